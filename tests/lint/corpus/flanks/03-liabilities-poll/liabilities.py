"""Loans and mortgages of a customer."""
from __future__ import annotations

import logging
from dataclasses import dataclass, field
from typing import Any

import requests
import tenacity

logger = logging.getLogger(__name__)

PROCESSING = 20002
SECURITY_CHECKS = 20003
NOT_READY = (PROCESSING, SECURITY_CHECKS)


@dataclass
class FlanksError(Exception):
    status: int
    code: int | None
    error: str
    payload: dict[str, Any] = field(repr=False, default_factory=dict)

    def __str__(self) -> str:
        return f"{self.error} (HTTP {self.status}, error_code {self.code})"

    @property
    def not_ready(self) -> bool:
        return self.code in NOT_READY


def _is_not_ready(exc: BaseException) -> bool:
    return isinstance(exc, FlanksError) and exc.not_ready


poll_until_ready = tenacity.retry(
    retry=tenacity.retry_if_exception(_is_not_ready),
    wait=tenacity.wait_fixed(20),
    stop=tenacity.stop_after_attempt(15),
    before_sleep=tenacity.before_sleep_log(logger, logging.INFO),
    reraise=True,
)


class Liabilities:
    def __init__(self, token: str, *, base_url: str = "https://api.flanks.io") -> None:
        self._token = token
        self._url = f"{base_url}/v0/bank/liability"

    @poll_until_ready
    def fetch(self, credentials_token: str) -> list[dict[str, Any]]:
        response = requests.post(
            self._url,
            json={"credentials_token": credentials_token, "query": {}},
            headers={"Authorization": f"Bearer {self._token}"},
            timeout=60,
        )
        try:
            payload = response.json()
        except ValueError:
            payload = {"error": response.text}
        if response.status_code == 200 and "error_code" not in payload:
            return payload["liabilities"]
        raise FlanksError(
            response.status_code,
            payload.get("error_code"),
            payload.get("error") or payload.get("message", ""),
            payload,
        )
