from __future__ import annotations


class FlanksProblem(Exception):
    def __init__(self, status: int, code: int | None, error: str) -> None:
        super().__init__(f"{status} / {code} / {error}")
        self.status = status
        self.code = code
        self.error = error


class InvalidCall(FlanksProblem):
    """We have to look at our own request."""


class DataProblem(FlanksProblem):
    """The data behind the credential is not there (yet)."""


class BankProblem(FlanksProblem):
    """Something between Flanks and the bank."""


class LoginRefused(BankProblem):
    pass


class SecondFactorNeeded(BankProblem):
    pass


EXACT: dict[int, type[FlanksProblem]] = {
    50002: LoginRefused,
    50003: SecondFactorNeeded,
}
GROUPS: dict[int, type[FlanksProblem]] = {2: DataProblem, 4: InvalidCall, 5: BankProblem}


def problem(status: int, body: dict) -> FlanksProblem:
    code = body.get("error_code")
    cls = FlanksProblem
    if code is not None:
        cls = EXACT.get(code) or GROUPS.get(code // 10_000, FlanksProblem)
    return cls(status, code, body.get("error", ""))
