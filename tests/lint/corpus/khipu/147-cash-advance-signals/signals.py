"""Cash-advance signals: a limit proposed from the movements of the last weeks."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from bank_feed import Credentials, Movement
from failures import FeedFailure
from policies import resilient
from settings import Flags


class BankFeed(Protocol):
    def movements(self, bank: str, credentials: Credentials) -> list[Movement]: ...


@dataclass(frozen=True)
class Signal:
    income: Decimal
    spending: Decimal
    limit: Decimal


class SignalService:
    def __init__(self, feed: BankFeed, flags: Flags = Flags()) -> None:
        self._flags = flags
        self._movements = resilient(lambda: self._flags.retries_enabled)(feed.movements)
        self.metrics: Counter[str] = Counter()

    def signal(self, bank: str, credentials: Credentials) -> Signal:
        try:
            rows = self._movements(bank, credentials)
        except FeedFailure as failure:
            self.metrics[f"signal.failed.{failure.family.value}"] += 1
            raise
        income = sum((r.amount for r in rows if r.amount > 0), Decimal(0))
        spending = -sum((r.amount for r in rows if r.amount < 0), Decimal(0))
        self.metrics["signal.ok"] += 1
        return Signal(income, spending, max(Decimal(0), (income - spending) / 2))
