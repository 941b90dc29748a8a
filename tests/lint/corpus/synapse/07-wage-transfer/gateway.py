from __future__ import annotations

import abc
from dataclasses import dataclass
from enum import Enum


class Progress(Enum):
    SETTLED = "settled"
    UNDERWAY = "underway"


@dataclass(frozen=True)
class Wage:
    period: str
    employee: str
    cents: int
    node: str

    @property
    def key(self) -> str:
        return f"wage-{self.period}-{self.employee}"


@dataclass(frozen=True)
class Transfer:
    id: str
    progress: Progress


class WageGateway(abc.ABC):
    @abc.abstractmethod
    def pay(self, wage: Wage) -> Transfer: ...


class GatewayProblem(Exception):
    """Carries the provider's own words; payroll decides what to do with the wage."""

    def __init__(self, http_code: int, error_code: str, text: str) -> None:
        super().__init__(f"{http_code}/{error_code}: {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text
