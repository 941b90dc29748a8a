from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, Flag, auto
from typing import Any, Protocol


class Gap(Flag):
    NONE = 0
    AUTHORIZATION = auto()
    TRANSACTIONS = auto()
    CPF = auto()


class Owner(Enum):
    USER = "user"
    BRANCH = "branch"
    BANK = "bank"
    KLAVI = "klavi"
    US = "us"


@dataclass(frozen=True, kw_only=True)
class FetchReport:
    report_id: str


@dataclass(frozen=True, kw_only=True)
class Delivered:
    report: dict[str, Any] = field(repr=False)
    gaps: Gap = Gap.NONE


@dataclass(frozen=True, kw_only=True)
class Deferred:
    code: int
    until: datetime
    message: str = ""


@dataclass(frozen=True, kw_only=True)
class Declined:
    code: int
    owner: Owner
    message: str


Outcome = Delivered | Deferred | Declined


class Agenda(Protocol):
    def find(self, report_id: str) -> Deferred | None: ...
    def keep(self, report_id: str, deferred: Deferred) -> None: ...
