"""What can go wrong while onboarding a credential through Flanks."""


class FlanksError(Exception):
    def __init__(self, status, error_code, error):
        self.status = status
        self.error_code = error_code
        self.error = error
        super().__init__(f"[{status}] {error_code}: {error}")


class NotAuthenticated(FlanksError):
    """Our own Flanks credentials were refused (401, no error_code)."""


class StillProcessing(FlanksError):
    """20002"""


class DataUnavailable(FlanksError):
    """20001, goes to support"""


class SecurityReview(FlanksError):
    """20003, Flanks activates the account in 24-48 hours"""


class BadRequest(FlanksError):
    """40001"""


class BankDown(FlanksError):
    """50001"""


class UserMustAct(FlanksError):
    """50002 and 50003: new credentials, or the second factor"""


class GaveUpWaiting(Exception):
    pass


BY_CODE = {
    20001: DataUnavailable,
    20002: StillProcessing,
    20003: SecurityReview,
    40001: BadRequest,
    50001: BankDown,
    50002: UserMustAct,
    50003: UserMustAct,
}
