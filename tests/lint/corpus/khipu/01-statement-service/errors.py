class KhipuError(Exception):
    """Khipu answered with Status=ERROR."""

    def __init__(self, code, error_type, description, operation_id=None):
        super().__init__("%s (%s): %s" % (code, error_type, description))
        self.code = code
        self.error_type = error_type
        self.description = description or ""
        self.operation_id = operation_id


class StatementImportFailed(Exception):
    def __init__(self, account_id, code, error_type):
        super().__init__("statement import failed for account %s [%s]" % (account_id, code))
        self.account_id = account_id
        self.code = code
        self.error_type = error_type
