from __future__ import annotations

import logging
import time
from typing import Any

import httpx

log = logging.getLogger(__name__)

TRANSIENT_HINTS = ("not available", "timed out", "timeout", "try again")


class KhipuError(Exception):
    def __init__(self, code: str, advice: str, description: str) -> None:
        super().__init__(f"{code} ({advice}): {description}")
        self.code = code
        self.advice = advice
        self.description = description


def _worth_repeating(error: dict[str, str]) -> bool:
    text = error["Description"].lower()
    return any(hint in text for hint in TRANSIENT_HINTS)


class StatementClient:
    """Bank statements through Khipu, one month per call."""

    MAX_TRIES = 3

    def __init__(self, api_token: str, base_url: str = "https://api.khipu.com") -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {api_token}"},
            timeout=httpx.Timeout(120.0, connect=5.0),
        )

    def month(self, bank: str, rut: str, password: str, period: str) -> list[dict[str, Any]]:
        payload = {"Username": rut, "Password": password, "Period": period}
        for attempt in range(1, self.MAX_TRIES + 1):
            doc = self._http.post(f"/v1/cl/banks/{bank}/statements", json=payload).json()
            if doc["Status"] == "OK":
                return doc["Data"]["Movements"]
            error = doc["Error"]
            log.info("khipu operation %s: %s", doc.get("OperationId"), error["Code"])
            if attempt < self.MAX_TRIES and _worth_repeating(error):
                time.sleep(2)
                continue
            break
        raise KhipuError(error["Code"], error["Type"], error["Description"])

    def start_async(self, bank: str, rut: str, password: str, period: str, notify_url: str) -> str:
        doc = self._http.post(
            f"/v1/cl/banks/{bank}/statements",
            json={"Username": rut, "Password": password, "Period": period, "NotifyUrl": notify_url},
        ).json()
        if doc["Status"] != "OK":
            error = doc["Error"]
            raise KhipuError(error["Code"], error["Type"], error["Description"])
        return doc["OperationId"]
