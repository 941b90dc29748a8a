from functools import singledispatch


class FlanksFault(Exception):
    def __init__(self, status: int, code: "int | None", error: str) -> None:
        super().__init__(f"{error} (HTTP {status}, code {code})")
        self.status, self.code, self.error = status, code, error


class Waiting(FlanksFault): ...
class UnderReview(FlanksFault): ...
class DataBroken(FlanksFault): ...
class BadCall(FlanksFault): ...
class BankAway(FlanksFault): ...
class LoginWrong(FlanksFault): ...
class TwoFactor(FlanksFault): ...


BY_CODE = {
    20001: DataBroken,
    20002: Waiting,
    20003: UnderReview,
    40001: BadCall,
    50001: BankAway,
    50002: LoginWrong,
    50003: TwoFactor,
}


def fault(status: int, body: dict) -> FlanksFault:
    code = body.get("error_code")
    return BY_CODE.get(code, FlanksFault)(status, code, body.get("error", body.get("message", "")))


@singledispatch
def advice(exc: Exception) -> str:
    return f"unexpected: {exc}"


@advice.register
def _(exc: FlanksFault) -> str:
    return f"Flanks said no, tell the developers: {exc}"


@advice.register
def _(exc: Waiting) -> str:
    return "Flanks is still fetching the data; run this again in a few minutes."


@advice.register
def _(exc: UnderReview) -> str:
    return "New connection under security checks, usable in 24-48 hours."


@advice.register
def _(exc: DataBroken) -> str:
    return f"Extraction failed, open a ticket at support@flanks.io: {exc}"


@advice.register
def _(exc: BankAway) -> str:
    return f"The bank's site is down, try later: {exc}"


@advice.register(LoginWrong)
@advice.register(TwoFactor)
def _(exc: FlanksFault) -> str:
    return f"The customer must go through Link again: {exc}"
