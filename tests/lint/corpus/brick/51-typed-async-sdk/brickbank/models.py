from __future__ import annotations

from decimal import Decimal
from typing import Any, Mapping

import attrs


@attrs.frozen
class PaymentOrder:
    consent_id: str
    amount: Decimal
    creditor_ispb: str
    creditor_account: str
    cnpj_initiator: str

    def to_json(self) -> dict[str, Any]:
        return {
            "consentId": self.consent_id,
            "payment": {"amount": f"{self.amount:.2f}", "currency": "BRL"},
            "creditorAccount": {"ispb": self.creditor_ispb, "number": self.creditor_account},
            "cnpjInitiator": self.cnpj_initiator,
        }


@attrs.frozen
class Payment:
    payment_id: str
    status: str

    @classmethod
    def from_json(cls, doc: Mapping[str, Any]) -> Payment:
        data = doc["data"]
        return cls(data["paymentId"], data["status"])
