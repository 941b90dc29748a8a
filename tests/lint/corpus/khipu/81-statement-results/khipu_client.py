"""Bank statements via Khipu. Never raises for a provider error, see results.py."""
from __future__ import annotations

import logging
from datetime import datetime, timedelta, timezone
from typing import Any

import httpx

from results import Advice, Failed, Ok, Result

log = logging.getLogger(__name__)

BACK_OFF = timedelta(hours=4)


class KhipuClient:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com", immediate_retries: int = 2) -> None:
        self.immediate_retries = immediate_retries
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=httpx.Timeout(90.0, connect=10.0),
        )

    def close(self) -> None:
        self._http.close()

    def statement(self, bank: str, username: str, password: str, month: str) -> Result:
        payload = {"Username": username, "Password": password, "Month": month}
        result = self._send(bank, payload)
        for _ in range(self.immediate_retries):
            if isinstance(result, Ok) or result.advice is not Advice.NOW:
                break
            log.info("khipu hiccup %s, sending again", result.code)
            result = self._send(bank, payload)
        return result

    def _send(self, bank: str, payload: dict[str, Any]) -> Result:
        response = self._http.post(f"/v1/cl/services/{bank}/account-statement", json=payload)
        document = response.json()
        if document["Status"] == "OK":
            return Ok(document["Data"])

        error = document["Error"]
        advice = Advice(error["Type"])
        retry_at = None
        if advice is Advice.IN_FOUR_HOURS:
            retry_at = datetime.now(timezone.utc) + BACK_OFF
        return Failed(error["Code"], advice, error["Description"], retry_at)
