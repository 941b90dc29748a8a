from __future__ import annotations

from datetime import timedelta


class FlanksError(Exception):
    try_after: timedelta | None = None

    def __init__(self, status: int, error_code: int | None, text: str) -> None:
        super().__init__(f"HTTP {status}, {error_code or 'no code'}: {text}")
        self.status = status
        self.error_code = error_code


class Processing(FlanksError):
    pass


class Incomplete(FlanksError):
    """Support has to look at it."""


class UnderReview(FlanksError):
    try_after = timedelta(hours=48)


class BankAway(FlanksError):
    try_after = timedelta(hours=1)


class NeedsUser(FlanksError):
    pass


def build(status: int, error_code: int | None, text: str) -> FlanksError:
    kind = {
        20_001: Incomplete,
        20_002: Processing,
        20_003: UnderReview,
        50_001: BankAway,
        50_002: NeedsUser,
        50_003: NeedsUser,
    }.get(error_code, FlanksError)
    return kind(status, error_code, text)
