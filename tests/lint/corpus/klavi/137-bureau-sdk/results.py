"""What the SDK hands out. No exception for anything that Klavi answers, callers match on the type."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from pydantic import BaseModel, ConfigDict, Field

from codes import Code


class Account(BaseModel):
    model_config = ConfigDict(extra="ignore")

    id: str
    balance: float = 0.0


class Report(BaseModel):
    model_config = ConfigDict(extra="ignore")

    report_id: str = ""
    accounts: list[Account] = Field(default_factory=list)


class Envelope(BaseModel):
    code: int
    message: str = ""
    data: Report | None = None


class Reason(Enum):
    CUSTOMER = "the customer has to correct something"
    WAIT = "the customer has to wait"
    UNAVAILABLE = "temporarily out of order"
    INTEGRATION = "our request or set-up is wrong"


@dataclass(frozen=True)
class Complete:
    report: Report


@dataclass(frozen=True)
class Incomplete:
    report: Report
    gap: Code


@dataclass(frozen=True)
class Refused:
    reason: Reason


Result: TypeAlias = Complete | Incomplete | Refused
