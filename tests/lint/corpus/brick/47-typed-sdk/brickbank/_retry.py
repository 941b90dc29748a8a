from __future__ import annotations

from typing import Protocol

from ._errors import ApiError, BrickBankError


class Policy(Protocol):
    def delay(self, failure: BrickBankError, resent: int, /) -> float | None:
        """Seconds before the request is resent, given how often it was; None gives up."""


class Overload:
    """Doubling waits for the 50x family: 3, 6, 12, 24 and 48 seconds."""

    def __init__(self, base: float = 3.0, limit: int = 5) -> None:
        self.base = base
        self.limit = limit

    def delay(self, failure: BrickBankError, resent: int, /) -> float | None:
        if failure.status not in range(500, 510) or resent >= self.limit:
            return None
        return self.base * (1 << resent)


class UnreachablePeer:
    """The other institution did not answer: give it some minutes."""

    codes = frozenset({"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"})

    def __init__(self, pause: float = 300.0, limit: int = 2) -> None:
        self.pause = pause
        self.limit = limit

    def delay(self, failure: BrickBankError, resent: int, /) -> float | None:
        if isinstance(failure, ApiError) and failure.code in self.codes and resent < self.limit:
            return self.pause
        return None


class Compose:
    def __init__(self, *policies: Policy) -> None:
        self.policies = policies

    def delay(self, failure: BrickBankError, resent: int, /) -> float | None:
        answers = (policy.delay(failure, resent) for policy in self.policies)
        return next((answer for answer in answers if answer is not None), None)
