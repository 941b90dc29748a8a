from __future__ import annotations

import uuid
from decimal import Decimal

import attr

from .errors import ConsentError
from .http import Transport


@attr.s(auto_attribs=True, frozen=True)
class Payment:
    payment_id: str
    status: str


class NeedsNewConsent(Exception):
    def __init__(self, consent_id: str, code: str) -> None:
        super().__init__(f"consent {consent_id} can't be used any more ({code})")
        self.consent_id = consent_id
        self.code = code


class PaymentsApi:
    def __init__(self, transport: Transport) -> None:
        self._t = transport

    def create(self, consent_id: str, amount: Decimal, cnpj_initiator: str) -> Payment:
        body = {"data": {"consentId": consent_id, "amount": f"{amount:.2f}", "cnpjInitiator": cnpj_initiator}}
        try:
            r = self._t.send("POST", "/payments", json=body, headers={"x-idempotency-key": uuid.uuid4().hex})
        except ConsentError as exc:
            raise NeedsNewConsent(consent_id, exc.code) from exc
        data = r.json()["data"]
        return Payment(data["paymentId"], data["status"])
