from __future__ import annotations

import requests


class FlanksError(Exception):
    """Anything Flanks answered that is not a usable result."""

    def __init__(self, status: int, message: str, error_code: int | None = None, token: str | None = None):
        self.status = status
        self.credentials_token = token
        self.message = message
        self.error_code = error_code
        super().__init__(f"HTTP {status} / {error_code or 'no code'}: {message}")

    @classmethod
    def from_response(cls, response: requests.Response) -> "FlanksError":
        try:
            body = response.json()
        except ValueError:
            body = {}
        code = body.get("error_code")
        klass = BY_CODE.get(code)
        if klass is None:
            klass = NotAuthenticated if response.status_code == 401 else FlanksError
        message = body.get("error") or body.get("message") or response.reason
        return klass(response.status_code, message, code, body.get("credentials_token"))


class NotAuthenticated(FlanksError):
    pass


class DataIncomplete(FlanksError):
    pass


class StillProcessing(FlanksError):
    pass


class SecurityChecks(FlanksError):
    pass


class BadRequest(FlanksError):
    pass


class BankDown(FlanksError):
    pass


class NeedsUser(FlanksError):
    template = "generic"


class WrongCredentials(NeedsUser):
    template = "check_password"


class NeedsSCA(NeedsUser):
    template = "confirm_2fa"


BY_CODE: dict[int | None, type[FlanksError]] = {
    20001: DataIncomplete,
    20002: StillProcessing,
    20003: SecurityChecks,
    40001: BadRequest,
    50001: BankDown,
    50002: WrongCredentials,
    50003: NeedsSCA,
}
