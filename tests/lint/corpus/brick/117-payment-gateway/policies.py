"""Retry policies of the payment initiation (ITP) against Brick Bank."""
from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any


@dataclass(frozen=True)
class HttpOutcome:
    status: int
    body: dict[str, Any] = field(default_factory=dict)

    @property
    def code(self) -> str | None:
        return self.body.get("code") or self.body.get("error")

    @property
    def created(self) -> bool:
        return self.status in (HTTPStatus.OK, HTTPStatus.CREATED)


class RetryPolicy(ABC):
    @abstractmethod
    def should_retry(self, outcome: HttpOutcome, resent: int) -> bool: ...

    @abstractmethod
    def delay(self, outcome: HttpOutcome, resent: int) -> float: ...


class DocumentedBackoff(RetryPolicy):
    """50x, and 429 for too many sessions: 3, 6, 12, 24 and 48 seconds."""

    BASE = 3
    RESENDS = 5

    def should_retry(self, outcome: HttpOutcome, resent: int) -> bool:
        eligible = outcome.status // 10 == 50 or outcome.status == HTTPStatus.TOO_MANY_REQUESTS
        return eligible and resent < self.RESENDS

    def delay(self, outcome: HttpOutcome, resent: int) -> float:
        return self.BASE * 2.0**resent


class OtherInstitution(RetryPolicy):
    """The other bank did not answer: wait some minutes, then once more."""

    CODES = frozenset({"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"})

    def __init__(self, minutes: int = 5) -> None:
        self._seconds = minutes * 60.0

    def should_retry(self, outcome: HttpOutcome, resent: int) -> bool:
        return outcome.status == HTTPStatus.BAD_REQUEST and outcome.code in self.CODES and resent < 1

    def delay(self, outcome: HttpOutcome, resent: int) -> float:
        return self._seconds


class FirstMatching(RetryPolicy):
    def __init__(self, policies: Sequence[RetryPolicy]) -> None:
        self._policies = tuple(policies)

    def _find(self, outcome: HttpOutcome, resent: int) -> RetryPolicy | None:
        return next((p for p in self._policies if p.should_retry(outcome, resent)), None)

    def should_retry(self, outcome: HttpOutcome, resent: int) -> bool:
        return self._find(outcome, resent) is not None

    def delay(self, outcome: HttpOutcome, resent: int) -> float:
        policy = self._find(outcome, resent)
        return policy.delay(outcome, resent) if policy else 0.0
