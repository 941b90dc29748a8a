class FlanksError(Exception):
    def __init__(self, message, error_code=None, status=None):
        super().__init__(message)
        self.error_code = error_code
        self.status = status


class DataNotReady(FlanksError):
    pass


class InvalidRequest(FlanksError):
    pass


class BankProblem(FlanksError):
    pass
