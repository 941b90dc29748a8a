"""Works off the outbox: each payment ends in a stage, with what Brick answered beside it."""
from __future__ import annotations

import logging
import time
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import datetime, timezone

from model import Payment, Stage
from transport import Reply, Transport

log = logging.getLogger("outbox")

PAUSES = (3, 6, 12, 24, 48)
SERVER_SIDE = range(500, 506)


def may_repeat(reply: Reply) -> bool:
    return reply.status in SERVER_SIDE or reply.status == 429


def next_period(now: datetime) -> datetime:
    first = now.replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    return first.replace(year=now.year + 1, month=1) if now.month == 12 else first.replace(month=now.month + 1)


class Outbox:
    def __init__(self, transport: Transport, alert: Callable[[Payment], None] | None = None) -> None:
        self._transport = transport
        self._alert = alert or (lambda p: log.error("dead payment %s: %s %s", p.key, p.status, p.code))

    def flush(self, payments: Iterable[Payment]) -> Counter[Stage]:
        stages: Counter[Stage] = Counter()
        now = datetime.now(timezone.utc)
        for payment in payments:
            due = payment.not_before is None or payment.not_before <= now
            if payment.stage in (Stage.QUEUED, Stage.PARKED) and due:
                self._settle(payment, self._submit(payment))
            stages[payment.stage] += 1
        return stages

    def _submit(self, payment: Payment) -> Reply:
        reply = self._transport.post("/payments/v1/pix", payment.body(), payment.key)
        for pause in PAUSES:
            if not may_repeat(reply):
                break
            log.info("payment %s: HTTP %d, again in %d s", payment.key, reply.status, pause)
            time.sleep(pause)
            reply = self._transport.post("/payments/v1/pix", payment.body(), payment.key)
        return reply

    def _settle(self, payment: Payment, reply: Reply) -> None:
        payment.status, payment.code, payment.reason = reply.status, reply.code, reply.reason
        match reply.status:
            case 200 | 201 if "data" in reply.body:
                payment.stage = Stage.CREATED
                payment.payment_id = reply.body["data"].get("paymentId")
            case 202:
                payment.stage = Stage.ACCEPTED
            case 423:
                payment.stage = Stage.PARKED
                payment.not_before = next_period(datetime.now(timezone.utc))
            case _:
                payment.stage = Stage.DEAD
                self._alert(payment)
