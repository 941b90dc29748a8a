"""Books deposits in our ledger."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from gateway import SynapseGateway


@dataclass(frozen=True)
class Entry:
    reference: str
    amount: Decimal
    booked: bool


def verify_and_book(
    gateway: SynapseGateway,
    user_id: str,
    node_id: str,
    amounts: tuple[Decimal, Decimal],
    book: Callable[[Entry], None],
) -> Entry:
    """Micro deposits confirmed: the account may be debited from now on."""
    gateway.verify_micro_deposits(user_id, node_id, amounts)
    entry = Entry(f"{user_id}:{node_id}", sum(amounts, Decimal(0)), booked=True)
    book(entry)
    return entry
