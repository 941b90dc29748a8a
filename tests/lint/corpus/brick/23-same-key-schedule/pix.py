"""Pix payments with one idempotency key per payment."""
from __future__ import annotations

import time
import uuid
from collections.abc import Iterator
from typing import Any

import urllib3

DELAYS = [3 * 2**n for n in range(5)]


class PixError(Exception):
    def __init__(self, status: int, body: dict[str, Any], key: str) -> None:
        super().__init__(f"pix payment {key} refused with {status}")
        self.status = status
        self.body = body
        self.key = key


class PixUnavailable(PixError):
    """Still 50x after the last repeat; `key` may be used again later."""


def attempts() -> Iterator[float]:
    """Pause before each attempt: none before the first."""
    yield 0.0
    yield from DELAYS


class Pix:
    def __init__(self, base_url: str, token: str) -> None:
        self._url = f"{base_url}/payments/pix/payments"
        self._token = token
        self._pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(total=40))

    def _post(self, payload: dict[str, Any], key: str) -> tuple[int, dict[str, Any]]:
        response = self._pool.request(
            "POST",
            self._url,
            json={"data": payload},
            headers={"Authorization": f"Bearer {self._token}", "x-idempotency-key": key},
        )
        return response.status, response.json()

    def pay(self, payload: dict[str, Any]) -> str:
        key = str(uuid.uuid4())
        for pause in attempts():
            time.sleep(pause)
            status, body = self._post(payload, key)
            if status not in range(500, 506):
                break
        else:
            raise PixUnavailable(status, body, key)
        if status not in (200, 201):
            raise PixError(status, body, key)
        return body["data"]["paymentId"]
