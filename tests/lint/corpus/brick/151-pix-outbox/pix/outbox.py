"""Outbox relay: the idempotency key is born with the row, never with the attempt."""
from __future__ import annotations

import logging
from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any
from uuid import uuid4

from pix.failures import PixFailure
from pix.gateway import PixGateway

log = logging.getLogger("pix.outbox")


@dataclass
class Row:
    consent_id: str
    amount: Decimal
    key: str = field(default_factory=lambda: uuid4().hex)
    state: str = "new"
    payment_id: str | None = None
    failure: PixFailure | None = None

    def order(self) -> dict[str, Any]:
        return {"consentId": self.consent_id, "payment": {"amount": f"{self.amount:.2f}", "currency": "BRL"}}


class Relay:
    def __init__(self, gateway: PixGateway) -> None:
        self.gateway = gateway

    def flush(self, rows: Iterable[Row]) -> list[Row]:
        return [self._send(row) for row in rows if row.state == "new"]

    def _send(self, row: Row) -> Row:
        try:
            accepted = self.gateway.initiate(row.order(), row.key)
        except PixFailure as failure:
            row.state, row.failure = f"stuck: {failure.next.value}", failure
            log.error("pix.stuck", extra={"key": row.key, "code": failure.code, "status": failure.status})
        else:
            row.state = "sent" if accepted.final else "processing"
            row.payment_id = accepted.payment_id
        return row
