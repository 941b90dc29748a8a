class KlaviError(Exception):
    def __init__(self, code, message=None):
        self.code = code
        self.message = message or ""
        super(KlaviError, self).__init__("[%s] %s" % (code, self.message))


class KlaviTransportError(Exception):
    pass
