"""Stand-in for the warehouse tables; the deployed version of this module writes to Postgres."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timezone
from decimal import Decimal
from typing import Any


@dataclass
class Credential:
    token: str
    state: str = "active"
    not_before: datetime | None = None
    values: dict[str, Decimal | None] = field(default_factory=dict)


CREDENTIALS: dict[str, Credential] = {}


def credential(token: str) -> Credential:
    return CREDENTIALS.setdefault(token, Credential(token))


def save(token: str, rows: list[dict[str, Any]]) -> int:
    target = credential(token)
    for row in rows:
        amount = row.get("balance")  # null where the bank didn't tell
        target.values[str(row.get("id"))] = None if amount is None else Decimal(str(amount))
    target.state = "active"
    return len(rows)


def suspend(token: str, why: str, not_before: datetime | None = None) -> None:
    target = credential(token)
    target.state = why
    target.not_before = not_before


def due() -> list[str]:
    now = datetime.now(timezone.utc)
    return [
        c.token
        for c in CREDENTIALS.values()
        if c.state == "active" or (c.not_before is not None and c.not_before <= now)
    ]
