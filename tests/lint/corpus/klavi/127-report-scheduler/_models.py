"""Pydantic models for the Klavi Open Data reports."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict, Field


class Completeness(StrEnum):
    """How much of the report the crawler delivered."""

    COMPLETE = "complete"
    NEEDS_AUTHORIZATION = "needs_authorization"
    TRANSACTIONS_MISSING = "transactions_missing"
    CPF_MISSING = "cpf_missing"


COMPLETENESS: dict[int, Completeness] = {
    200: Completeness.COMPLETE,
    201: Completeness.NEEDS_AUTHORIZATION,
    202: Completeness.TRANSACTIONS_MISSING,
    203: Completeness.CPF_MISSING,
}


class Envelope(BaseModel):
    """The wrapper around every Klavi reply."""

    model_config = ConfigDict(extra="ignore")

    code: int
    message: str = ""
    data: dict[str, Any] | None = None


class Account(BaseModel):
    """A bank account in a report."""

    model_config = ConfigDict(extra="ignore")

    id: str
    balance: Decimal | None = None


class Report(BaseModel):
    """A report together with what is missing from it."""

    cpf: str
    code: int
    completeness: Completeness
    accounts: list[Account] = Field(default_factory=list)

    @property
    def is_complete(self) -> bool:
        """Whether the report may be used for scoring."""
        return self.completeness is Completeness.COMPLETE
