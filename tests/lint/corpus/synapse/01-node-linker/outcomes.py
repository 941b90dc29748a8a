from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias


@dataclass(frozen=True)
class Linked:
    nodes: list[dict[str, Any]]


@dataclass(frozen=True)
class Challenge:
    """The bank wants an answer before it gives the accounts away."""

    access_token: str
    question: str


@dataclass(frozen=True)
class Refused:
    reason: str
    http_code: str
    error_code: str
    text: str


Outcome: TypeAlias = Linked | Challenge | Refused
