"""Domain service: positions that a client holds at other banks, valued for the adviser."""
from __future__ import annotations

import logging
import time
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from flanks_errors import FlanksCode, FlanksException
from flanks_gateway import PositionGateway

audit = logging.getLogger("audit.flanks")


@dataclass(frozen=True)
class RepeatPolicy:
    """How often and at what distance a question is asked again."""

    max_attempts: int
    delay_seconds: float


# The extraction runs for minutes; a bank that is down gets two more chances at a distance of a quarter of an hour.
REPEATABLE: Mapping[int, RepeatPolicy] = {
    FlanksCode.PROCESSING: RepeatPolicy(max_attempts=24, delay_seconds=30.0),
    FlanksCode.BANK_ERROR: RepeatPolicy(max_attempts=3, delay_seconds=900.0),
}


class Clock:
    def sleep(self, seconds: float) -> None:
        time.sleep(seconds)


@dataclass(frozen=True)
class Position:
    isin: str
    value: Decimal | None
    """None where Flanks could not obtain the value: never to be shown as zero."""

    @classmethod
    def from_wire(cls, row: Mapping[str, Any]) -> "Position":
        balance = row.get("balance")
        return cls(str(row.get("isin") or ""), None if balance is None else Decimal(str(balance)))


class PositionService:
    def __init__(
        self,
        gateway: PositionGateway,
        repeatable: Mapping[int, RepeatPolicy] = REPEATABLE,
        clock: Clock | None = None,
    ) -> None:
        self._gateway = gateway
        self._repeatable = repeatable
        self._clock = clock or Clock()

    def positions(self, credentials_token: str) -> list[Position] | None:
        """The positions; None where Flanks answered but the list itself could not be obtained."""
        document = self._ask("/v0/bank/investment", {"credentials_token": credentials_token})
        rows = document.get("investments") if isinstance(document, dict) else document
        return None if rows is None else [Position.from_wire(row) for row in rows]

    def _ask(self, path: str, criteria: Mapping[str, Any]) -> Any:
        attempt = 0
        while True:
            attempt += 1
            try:
                return self._gateway.query(path, criteria)
            except FlanksException as failure:
                refusal = failure.refusal
                audit.warning("%s attempt %d: %s, next: %s", path, attempt, failure, refusal.owner.label)
                policy = self._repeatable.get(refusal.error_code) if refusal.error_code is not None else None
                if policy is None or attempt >= policy.max_attempts:
                    raise
            self._clock.sleep(policy.delay_seconds)
