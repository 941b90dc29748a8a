from __future__ import annotations

import uuid
from decimal import Decimal
from typing import Any

from brick_http import BRICK_URL, BrickError, BrickHttp

WAITING_SIGNERS = {"CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA"}
FIX_AND_RESUBMIT = {
    "DATA_PAGAMENTO_INVALIDA",
    "DETALHE_PAGAMENTO_INVALIDO",
    "PAGAMENTO_DIVERGENTE_CONSENTIMENTO",
    "PARAMETRO_INVALIDO",
    "PARAMETRO_NAO_INFORMADO",
    "VALOR_INVALIDO",
}


class Payments:
    def __init__(self, token: str, base_url: str = BRICK_URL) -> None:
        self.http = BrickHttp(token, base_url)

    def initiate(self, consent_id: str, amount: Decimal, cnpj: str, key: str | None = None) -> dict[str, Any]:
        """Returns {"state", "payment" | "failure"}; anything we have no state for is raised."""
        body = {"data": {"consentId": consent_id, "cnpjInitiator": cnpj,
                         "payment": {"amount": f"{amount:.2f}", "currency": "BRL"}}}
        try:
            payment = self.http._request("POST", "/payments/v2/pix/payments", json=body,
                                         idempotency_key=key or uuid.uuid4().hex)
        except BrickError as exc:
            failure = exc.failure
            if failure.code in WAITING_SIGNERS:
                return {"state": "waiting_signers", "failure": failure}
            if failure.code in FIX_AND_RESUBMIT:
                return {"state": "needs_edit", "failure": failure}
            if failure.code == "CONSENTIMENTO_EM_STATUS_REJEITADO":
                return {"state": "rejected", "failure": failure}
            raise
        return {"state": "sent", "payment": payment}

    def cancel(self, payment_id: str) -> bool:
        try:
            self.http._request("PATCH", f"/payments/v2/pix/payments/{payment_id}", json={"data": {"status": "CANC"}})
        except BrickError as exc:
            if exc.failure.code == "PAGAMENTO_NAO_PERMITE_CANCELAMENTO":
                return False
            raise
        return True
