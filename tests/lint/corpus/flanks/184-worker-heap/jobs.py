"""Jobs and the patience that each kind of reply gets."""
from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from replies import Kind

HOUR = 3600.0


@dataclass(frozen=True)
class Patience:
    wait: float
    times: int


# Only reads are put off; a Link code is exchanged once, whatever is answered.
READ_AGAIN: dict[Kind, Patience] = {
    Kind.PROCESSING: Patience(30.0, 20),
    Kind.UNDER_REVIEW: Patience(48 * HOUR, 1),
    Kind.BANK_DOWN: Patience(HOUR, 3),
}


@dataclass
class Exchange:
    user_id: int
    link_code: str


@dataclass
class Read:
    user_id: int
    credentials_token: str
    waited: Counter[Kind] = field(default_factory=Counter)


Job = Exchange | Read


@dataclass(frozen=True)
class Delivered:
    user_id: int
    accounts: list[dict[str, Any]]
    not_retrieved: tuple[str, ...] = ()


@dataclass(frozen=True)
class DeadLetter:
    user_id: int
    step: str
    kind: Kind
    status: int
    code: int | None
    body: dict[str, Any]
