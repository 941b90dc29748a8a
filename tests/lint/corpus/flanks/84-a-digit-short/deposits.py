"""Term deposits."""
from __future__ import annotations

import time
from typing import Any

import requests

from constants import BANK_ERROR, DEFAULT_URL, PROCESSING


class DepositsError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body


class Deposits:
    pauses = {PROCESSING: 30, BANK_ERROR: 300}

    def __init__(self, token: str, url: str = DEFAULT_URL, attempts: int = 6) -> None:
        self.url = url
        self.attempts = attempts
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {token}"

    def _once(self, credentials_token: str) -> tuple[int, dict[str, Any]]:
        r = self.http.post(f"{self.url}/v0/bank/deposit", json={"credentials_token": credentials_token}, timeout=30)
        return r.status_code, r.json()

    def get(self, credentials_token: str) -> list[dict[str, Any]]:
        for attempt in range(1, self.attempts + 1):
            status, body = self._once(credentials_token)
            if status == 200 and "error_code" not in body:
                return body["deposits"]
            pause = self.pauses.get(body.get("error_code"))
            if pause is None or attempt == self.attempts:
                raise DepositsError(status, body)
            time.sleep(pause)
        raise AssertionError("attempts must be positive")
