"""Khipu error families, transcribed for the integration catalogue (INT-0398)."""
from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Advice(str, Enum):
    """The `Type` member of an error object."""

    DO_NOT_RETRY = "DO_NOT_RETRY"
    RETRY_IMMEDIATELY = "RETRY_IMMEDIATELY"
    WAIT_4_HOURS_BEFORE_RETRY = "WAIT_4_HOURS_BEFORE_RETRY"


@dataclass(frozen=True, slots=True)
class ErrorFamily:
    name: str
    letter: str
    first: int
    last: int
    transient: bool = False

    def contains(self, letter: str, number: int) -> bool:
        return letter == self.letter and self.first <= number <= self.last


FAMILIES: tuple[ErrorFamily, ...] = (
    ErrorFamily("token", "A", 0, 0),
    ErrorFamily("logon", "E", 100, 199),
    ErrorFamily("target-unavailable", "E", 200, 299, transient=True),
    ErrorFamily("no-data", "E", 300, 399),
    ErrorFamily("user-parameters", "E", 400, 499),
    ErrorFamily("automatic-payment", "E", 500, 599),
    ErrorFamily("user-defined", "E", 999, 999),
    ErrorFamily("generic", "E", 0, 0),
    ErrorFamily("incomplete-scrape", "D", 0, 0),
    ErrorFamily("post-processing", "F", 0, 0),
    ErrorFamily("scrape-timeout", "T", 0, 0, transient=True),
    ErrorFamily("infrastructure", "I", 1, 3),
    ErrorFamily("request-parameters", "P", 1, 3),
    ErrorFamily("asynchronous-timeout", "L", 0, 0),
)
UNCLASSIFIED = ErrorFamily("unclassified", "?", 0, 0)
_SHAPE = re.compile(r"([A-Z])(\d{3})")


def family_of(code: str) -> ErrorFamily:
    match = _SHAPE.fullmatch(code)
    if match is None:
        return UNCLASSIFIED
    letter, number = match.group(1), int(match.group(2))
    return next((family for family in FAMILIES if family.contains(letter, number)), UNCLASSIFIED)


class KhipuException(Exception):
    """An operation which Khipu executed without achieving the result."""

    def __init__(self, operation_id: str | None, error: Mapping[str, Any]) -> None:
        self.operation_id = operation_id
        self.code: str = error["Code"]
        self.advice: str = error["Type"]
        self.description: str = error.get("Description") or ""
        self.family = family_of(self.code)
        super().__init__(f"{operation_id}: {self.code}/{self.advice} ({self.family.name})")


class KhipuProtocolException(Exception):
    """The reply is not one of Khipu's documents."""
