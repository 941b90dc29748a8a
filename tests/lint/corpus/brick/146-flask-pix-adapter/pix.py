import logging
import time
import uuid
from dataclasses import dataclass
from decimal import Decimal

import settings
from brick_session import BrickError, make_session, read_body

log = logging.getLogger(__name__)


@dataclass
class PixOrder:
    consent_id: str
    amount: Decimal
    creditor_key: str
    description: str = ""

    def payload(self):
        return {
            "data": {
                "consentId": self.consent_id,
                "payment": {"amount": f"{self.amount:.2f}", "currency": "BRL"},
                "proxy": self.creditor_key,
                "remittanceInformation": self.description[:140],
            }
        }


@dataclass
class PixResult:
    payment_id: str
    status: str
    finished: bool = True


class PixService:
    def __init__(self, base_url=settings.BRICK_URL, session=None, rounds=settings.PIX_ROUNDS):
        self.base_url = base_url.rstrip("/")
        self.session = session or make_session()
        self.rounds = rounds

    def pay(self, order):
        payload = order.payload()
        headers = {"x-idempotency-key": str(uuid.uuid4())}
        url = self.base_url + "/payments/pix/payments"
        response = self.session.post(url, json=payload, headers=headers, timeout=settings.BRICK_TIMEOUT)
        rounds = 1
        while response.status_code in (500, 502, 503, 504) and rounds < self.rounds:
            log.warning("pix %s: HTTP %s, nova rodada", order.consent_id, response.status_code)
            time.sleep(settings.PIX_ROUND_PAUSE)
            response = self.session.post(url, json=payload, headers=headers, timeout=settings.BRICK_TIMEOUT)
            rounds += 1
        return self._result(response)

    def _result(self, response):
        body = read_body(response)
        if response.status_code in (200, 201):
            data = body["data"]
            return PixResult(data["paymentId"], data["status"])
        if response.status_code == 202:
            data = body.get("data") or {}
            return PixResult(data.get("paymentId", ""), "EM_PROCESSAMENTO", finished=False)
        error = BrickError(response.status_code, body)
        log.error("pix recusado: %s", error)
        raise error
