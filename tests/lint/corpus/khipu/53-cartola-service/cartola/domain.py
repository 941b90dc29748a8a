from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Protocol


class Advice(StrEnum):
    STOP = "DO_NOT_RETRY"
    AGAIN = "RETRY_IMMEDIATELY"
    LATER = "WAIT_4_HOURS_BEFORE_RETRY"

    @classmethod
    def _missing_(cls, value: object) -> Advice:
        return cls.STOP


@dataclass(frozen=True, slots=True)
class StatementRequest:
    bank: str
    rut: str
    password: str
    month: str

    @property
    def key(self) -> str:
        return f"{self.bank}:{self.rut}:{self.month}"


@dataclass(frozen=True, slots=True)
class Fault:
    code: str
    advice: Advice
    description: str

    @property
    def means_no_data(self) -> bool:
        return self.code[:2] == "E3"


@dataclass(frozen=True, slots=True)
class Statement:
    operation_id: str
    rows: list[dict[str, Any]]


@dataclass(frozen=True, slots=True)
class NoMovements:
    fault: Fault


@dataclass(frozen=True, slots=True)
class Postponed:
    until: datetime
    fault: Fault


class StatementRejected(Exception):
    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault.code} [{fault.advice}] {fault.description}")
        self.fault = fault


class Gateway(Protocol):
    def fetch(self, request: StatementRequest) -> Statement | Fault: ...


class JobStore(Protocol):
    def put(self, key: str, due: datetime) -> None: ...


class Clock(Protocol):
    def __call__(self) -> datetime: ...
