"""Pix initiation through Brick Bank."""
from __future__ import annotations

import logging
import time
import uuid
from decimal import Decimal
from typing import Any

import httpx

logger = logging.getLogger(__name__)

WAITS = (3, 6, 12, 24, 48)


class BrickServerError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"Brick Bank unavailable: HTTP {status} {body.get('code', '')}")
        self.status = status
        self.body = body


class BrickTooManySessions(Exception):
    pass


class PaymentRejected(Exception):
    pass


def _json(response: httpx.Response) -> dict[str, Any]:
    try:
        return response.json()
    except ValueError:
        return {}


def raise_for_error(response: httpx.Response) -> None:
    status = response.status_code
    if status < 400:
        return
    if status >= 500:
        raise BrickServerError(status, _json(response))
    if status >= 400:
        raise PaymentRejected("payment was not accepted by the account holder")
    if status == 429 and _json(response).get("title") == "Too Many Sessions":
        raise BrickTooManySessions()


class PixClient:
    def __init__(self, token: str, base_url: str = "https://api.brickbank.com.br") -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=20,
        )

    def close(self) -> None:
        self._http.close()

    def _post(self, path: str, payload: dict[str, Any], key: str) -> dict[str, Any]:
        for wait in (*WAITS, None):
            response = self._http.post(path, json=payload, headers={"x-idempotency-key": key})
            try:
                raise_for_error(response)
            except (BrickServerError, BrickTooManySessions) as exc:
                if wait is None:
                    raise
                logger.warning("%r, waiting %ss", exc, wait)
                time.sleep(wait)
            else:
                return response.json()
        raise AssertionError("unreachable")

    def pay(self, consent_id: str, amount: Decimal, creditor: dict[str, str], qr_code: str | None = None) -> str:
        payload = {
            "data": {
                "consentId": consent_id,
                "payment": {"amount": f"{amount:.2f}", "currency": "BRL"},
                "creditorAccount": creditor,
                "qrCode": qr_code,
            }
        }
        body = self._post("/payments/v4/pix/payments", payload, key=uuid.uuid4().hex)
        return body["data"]["paymentId"]
