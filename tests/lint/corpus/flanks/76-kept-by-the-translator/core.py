"""What the core knows about failures of any aggregator."""
from __future__ import annotations

from enum import Enum


class Remedy(Enum):
    WAIT = "wait"
    CUSTOMER = "customer"
    DEVELOPER = "developer"
    UNKNOWN = "unknown"


class AggregatorFailure(Exception):
    def __init__(self, aggregator: str, remedy: Remedy, *, status: int, code: int | str | None) -> None:
        super().__init__(f"{aggregator}: {remedy.value} ({status}/{code})")
        self.aggregator = aggregator
        self.remedy = remedy
        self.status = status
        self.code = code
