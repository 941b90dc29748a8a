from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

from payments import BrickServerError, BrickTooManySessions, PaymentRejected, PixClient


@dataclass
class Order:
    id: int
    consent_id: str
    total: Decimal
    creditor: dict[str, str]
    payment_id: str | None = None
    state: str = "open"
    note: str = ""
    updated_at: dt.datetime | None = None


def checkout(client: PixClient, order: Order) -> Order:
    try:
        order.payment_id = client.pay(order.consent_id, order.total, order.creditor)
        order.state = "paid"
    except PaymentRejected as exc:
        order.state = "rejected"
        order.note = str(exc)
    except (BrickServerError, BrickTooManySessions) as exc:
        order.state = "pending"
        order.note = repr(exc)
    order.updated_at = dt.datetime.now(dt.timezone.utc)
    return order
