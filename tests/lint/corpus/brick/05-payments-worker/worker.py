"""Takes recurring payments off the table and sends them."""
import datetime as dt
import logging

from brick_client import BrickPayments, PaymentRefused

logger = logging.getLogger("payments")


class Worker:
    def __init__(self, brick: BrickPayments, db):
        self.brick = brick
        self.db = db

    def run_once(self) -> int:
        sent = 0
        for row in self.db.due_payments(dt.date.today()):
            try:
                receipt = self.brick.pay(row["payload"], row["idempotency_key"])
            except PaymentRefused as refusal:
                self.settle(row, refusal)
            else:
                self.db.mark_sent(row["id"], receipt["paymentId"])
                sent += 1
        return sent

    def settle(self, row: dict, refusal: PaymentRefused) -> None:
        logger.warning("payment %s: %s", row["id"], refusal)
        code = refusal.code
        if "excedid" in refusal.detail:
            self.db.move_to_next_period(row["id"], reason=code)
        elif code.startswith("CONSENTIMENTO_"):
            self.db.cancel_series(row["series_id"], reason=code)
        elif code == "CONSENTIMENTO_PENDENTE_AUTORIZACAO":
            self.db.hold_until_approved(row["id"], reason=code)
        else:
            self.db.mark_failed(row["id"], http=refusal.http_status, code=code, detail=refusal.problem)
