class SynapseApiError(Exception):
    def __init__(self, status, code, message):
        super().__init__("%s (%s): %s" % (code, status, message))
        self.status = status
        self.code = code
        self.message = message
