"""Problems of a payment. Every one keeps status, code and body."""
from __future__ import annotations

from typing import Any

import httpx


class PaymentProblem(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        self.code = body.get("code") or body.get("error") or ""
        text = body.get("detail") or body.get("error_description") or body.get("message") or ""
        super().__init__(f"[{status}] {self.code} {text}".strip())


class Refused(PaymentProblem):
    """422: a rule of the payment or of its consent; somebody has to change the order."""


class MoreSignatures(Refused):
    """The other holders of the account have to approve the consent first."""


class NotProcessed(PaymentProblem):
    """202: accepted, nothing paid yet."""


class Unavailable(PaymentProblem):
    """Still 50x after the whole schedule."""


SIGNATURES = frozenset({"CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA"})


def problem(response: httpx.Response) -> PaymentProblem:
    try:
        body = response.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        body = {"message": response.text[:120]}
    status = response.status_code
    if status == 202:
        return NotProcessed(status, body)
    if status == 422:
        return (MoreSignatures if body.get("code") in SIGNATURES else Refused)(status, body)
    if status >= 500:
        return Unavailable(status, body)
    return PaymentProblem(status, body)
