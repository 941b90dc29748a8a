from __future__ import annotations

from typing import Any

import httpx
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential

from .errors import KhipuError, ServiceError

DEFAULT_BASE = "https://api.khipu.com"


class Transport:
    def __init__(self, token: str, base_url: str = DEFAULT_BASE) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}", "Accept": "application/json"},
            timeout=httpx.Timeout(10, read=180),
        )

    @retry(
        retry=retry_if_exception_type((ServiceError, httpx.ConnectError)),
        wait=wait_exponential(multiplier=2, max=30),
        stop=stop_after_attempt(4),
        reraise=True,
    )
    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        document = self._http.post(path, json=payload).json()
        if document["Status"] == "OK":
            return document["Data"]
        raise KhipuError.from_error(document["Error"])

    def close(self) -> None:
        self._http.close()
