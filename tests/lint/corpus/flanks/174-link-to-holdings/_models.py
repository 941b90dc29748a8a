"""Domain objects of the wealth dashboard."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import IntEnum
from typing import TypeAlias


class FlanksCode(IntEnum):
    """``error_code`` of Flanks."""

    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


@dataclass(frozen=True, slots=True)
class ActiveToken:
    """A credentials token that may be used at once."""

    value: str


@dataclass(frozen=True, slots=True)
class DelayedToken:
    """A token that Flanks still checks; usable in one or two days."""

    value: str
    code: int


TokenGrant: TypeAlias = ActiveToken | DelayedToken


@dataclass(frozen=True, slots=True)
class Holding:
    """A product in the portfolio; Flanks sends null for what it could not get."""

    name: str | None
    balance: Decimal | None
    currency: str | None
