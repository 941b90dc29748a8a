"""Pix initiation through Brick Bank."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from typing import Any, Final, TypedDict

import requests

from resilience import exponential, resilient

TRANSIENT: Final = frozenset({408, 429, 500, 502, 503, 504})


class Problem(TypedDict, total=False):
    code: str
    title: str
    detail: str


class PaymentError(Exception):
    def __init__(self, status: int, problem: Problem) -> None:
        super().__init__(f"{status} {problem.get('code', '-')}: {problem.get('detail', '')}")
        self.status = status
        self.problem = problem

    @property
    def code(self) -> str | None:
        return self.problem.get("code")


class DuplicatedKey(PaymentError): ...


class NeedsMoreSignatures(PaymentError): ...


class LimitReached(PaymentError): ...


LIMITS: Final = {"LIMITE_PERIODO_VALOR_EXCEDIDO", "LIMITE_PERIODO_QUANTIDADE_EXCEDIDO"}
SIGNATURES: Final = {"DEPENDE_MULTIPLA_ALCADA", "CONSENTIMENTO_PENDENTE_AUTORIZACAO"}


def fault(status: int, problem: Problem) -> PaymentError:
    detail = problem.get("detail", "").casefold()
    match problem.get("code"):
        case code if code in LIMITS:
            return LimitReached(status, problem)
        case code if code in SIGNATURES:
            return NeedsMoreSignatures(status, problem)
        case _ if "idempot" in detail:
            return DuplicatedKey(status, problem)
        case _:
            return PaymentError(status, problem)


@dataclass(frozen=True, slots=True)
class Pix:
    consent_id: str
    amount: Decimal
    end_to_end_id: str
    key: str


def _transient(exc: Exception) -> bool:
    return isinstance(exc, PaymentError) and exc.status in TRANSIENT


class PaymentClient:
    def __init__(self, token: str, base_url: str = "https://api.brickbank.com.br") -> None:
        self._base = base_url.rstrip("/")
        self._session = requests.Session()
        self._session.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})

    @resilient(on=PaymentError, when=_transient, waits=partial(exponential, base=0.5, factor=2.0, attempts=5, jitter=0.25))
    def initiate(self, pix: Pix) -> dict[str, Any]:
        resp = self._session.post(
            f"{self._base}/open-finance/payments/v1/pix",
            json={
                "data": {
                    "consentId": pix.consent_id,
                    "endToEndId": pix.end_to_end_id,
                    "payment": {"amount": f"{pix.amount:.2f}", "currency": "BRL"},
                }
            },
            headers={"x-idempotency-key": pix.key},
            timeout=(5, 30),
        )
        if resp.ok:
            return resp.json()["data"]
        try:
            problem: Problem = resp.json()
        except ValueError:
            problem = {"detail": resp.text[:200]}
        raise fault(resp.status_code, problem)
