"""Net worth tile: bank accounts, cards and investments behind one credentials token."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial, reduce

from flanks_api import FlanksApi, until_loaded
from outcome import Detail, Outcome

SOURCES: tuple[tuple[str, str, int], ...] = (
    ("/v0/bank/account", "accounts", +1),
    ("/v0/bank/card", "cards", -1),
)


@dataclass(frozen=True, slots=True)
class Part:
    name: str
    outcome: Outcome
    amount: Decimal | None = None
    unknown_fields: int = 0
    detail: Detail | None = None


@dataclass(frozen=True, slots=True)
class NetWorth:
    """`amount` is only set if every field of every part could be read."""

    amount: Decimal | None
    parts: tuple[Part, ...]

    @property
    def blocked_by(self) -> tuple[Part, ...]:
        return tuple(p for p in self.parts if p.outcome is not Outcome.READY)


def fold(name: str, sign: int, body: dict) -> Part:
    balances = [row.get("balance") for row in body.get(name) or []]
    known = [Decimal(str(b)) for b in balances if b is not None]
    total = reduce(lambda a, b: a + b, known, Decimal(0))
    return Part(name, Outcome.READY, sign * total, unknown_fields=len(balances) - len(known))


async def net_worth(api: FlanksApi, credentials_token: str) -> NetWorth:
    parts: list[Part] = []
    for path, name, sign in SOURCES:
        match await until_loaded(partial(api.ask, path, credentials_token)):
            case (Outcome.READY, body):
                parts.append(fold(name, sign, body))
            case (outcome, detail):
                parts.append(Part(name, outcome, detail=detail))
                break
    whole = len(parts) == len(SOURCES) and all(p.amount is not None and not p.unknown_fields for p in parts)
    amount = sum((p.amount for p in parts), Decimal(0)) if whole else None
    return NetWorth(amount, tuple(parts))
