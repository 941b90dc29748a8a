from __future__ import annotations

import uuid
from typing import Any

import httpx
from tenacity import RetryCallState, Retrying, retry_if_result, stop_after_attempt, wait_exponential

from bearer import Bearer
from result import Accepted, Err, Ok, Result


def _transient(result: Result) -> bool:
    return isinstance(result, Err) and result.transient


def _last(state: RetryCallState) -> Result:
    return state.outcome.result()


class Payments:
    """Every method returns a Result; only a refused token or a dead network raises."""

    def __init__(self, base_url: str, client_id: str, client_secret: str, token: str | None = None) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            auth=Bearer(f"{base_url}/auth/token", client_id, client_secret, token),
            transport=httpx.HTTPTransport(retries=2),
            timeout=httpx.Timeout(60, connect=5),
        )
        self._retrying = Retrying(
            retry=retry_if_result(_transient),
            wait=wait_exponential(multiplier=3, exp_base=2, max=48),
            stop=stop_after_attempt(6),
            retry_error_callback=_last,
        )

    def _send(self, method: str, path: str, **kwargs: Any) -> Result:
        response = self._http.request(method, path, **kwargs)
        try:
            body = response.json()
        except ValueError:
            body = response.text
        match response.status_code:
            case 200 | 201:
                return Ok(body)
            case 202:
                return Accepted(body)
            case status:
                return Err.parse(status, body)

    def create(self, consent_id: str, amount: str, key: str | None = None) -> Result:
        headers = {"x-idempotency-key": key or uuid.uuid4().hex}
        payload = {"data": {"consentId": consent_id, "payment": {"amount": amount, "currency": "BRL"}}}
        return self._retrying(self._send, "POST", "/payments/v4/pix/payments", json=payload, headers=headers)

    def cancel(self, payment_id: str) -> Result:
        match self._send("PATCH", f"/payments/v4/pix/payments/{payment_id}", json={"data": {"status": "CANC"}}):
            case Err(code="PAGAMENTO_NAO_PERMITE_CANCELAMENTO") as refusal:
                return Err(refusal.status, refusal.code, "Pix instantâneo não pode ser cancelado", refusal.detail)
            case other:
                return other
