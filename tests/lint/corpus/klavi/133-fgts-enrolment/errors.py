from __future__ import annotations


class FgtsError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(f"[{code}] {message}")
        self.code = code
        self.message = message


class RegistrationPending(FgtsError):
    """415: Caixa has not finished the registration of this phone."""


class VisitBranch(FgtsError):
    """419 and 420: the customer has to go to an agency."""


class Frozen(FgtsError):
    """406 and 414: nothing to do before tomorrow."""


BY_CODE: dict[int, type[FgtsError]] = {
    406: Frozen,
    414: Frozen,
    415: RegistrationPending,
    419: VisitBranch,
    420: VisitBranch,
}


def error_for(code: int, message: str) -> FgtsError:
    return BY_CODE.get(code, FgtsError)(code, message)
