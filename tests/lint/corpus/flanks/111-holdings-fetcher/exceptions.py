class FlanksError(Exception):
    def __init__(self, status: int, error_code: int | None, message: str) -> None:
        super().__init__(f"flanks {status}/{error_code}: {message}")
        self.status = status
        self.error_code = error_code
        self.message = message


class DataPending(FlanksError):
    """Extraction is still running."""


class RequestRejected(FlanksError):
    """Something in our request is wrong."""


class BankUnavailable(FlanksError):
    """Bank site is down, the scheduler picks it up in the next run."""


class UserActionNeeded(FlanksError):
    """Credentials or 2FA."""
