from __future__ import annotations


class ConnectionProblem(Exception):
    """Base of what the connect endpoint tells our front end."""

    http_status = 502
    slug = "provider_error"
    retry_after: int | None = None

    def __init__(self, code: int | None, message: str) -> None:
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message


class CheckCredentials(ConnectionProblem):
    http_status = 422
    slug = "check_credentials"


class CheckMfa(ConnectionProblem):
    http_status = 422
    slug = "check_mfa"


class AccountNotUsable(ConnectionProblem):
    http_status = 422
    slug = "account_not_usable"


class BankActionNeeded(ConnectionProblem):
    http_status = 409
    slug = "bank_action_needed"


class ComeBackTomorrow(ConnectionProblem):
    http_status = 503
    slug = "come_back_tomorrow"
    retry_after = 24 * 3600


class ComeBackInHalfAnHour(ConnectionProblem):
    http_status = 503
    slug = "come_back_in_half_an_hour"
    retry_after = 30 * 60


class BankOffline(ConnectionProblem):
    http_status = 503
    slug = "bank_offline"


class Misconfigured(ConnectionProblem):
    http_status = 500
    slug = "misconfigured"


_TABLE: dict[type[ConnectionProblem], tuple[int, ...]] = {
    CheckCredentials: (402, 410, 418, 433),
    CheckMfa: (434, 435),
    AccountNotUsable: (405, 409, 416, 417),
    BankActionNeeded: (407, 408, 413, 419, 420),
    ComeBackTomorrow: (406, 414),
    ComeBackInHalfAnHour: (415,),
    BankOffline: (403, 432),
    Misconfigured: (400, 501, 502, 503, 504),
}
BY_CODE = {code: cls for cls, codes in _TABLE.items() for code in codes}


def problem_for(code: int, message: str) -> ConnectionProblem:
    return BY_CODE.get(code, ConnectionProblem)(code, message)
