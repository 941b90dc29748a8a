"""Requests with another try when the connection (not Flanks) fails."""
from __future__ import annotations

from typing import Any

import requests
from tenacity import retry, retry_if_exception_type, stop_after_delay, wait_random_exponential


class FlanksRuntimeError(RuntimeError):
    def __init__(self, http_status: int, body: dict[str, Any]) -> None:
        self.http_status = http_status
        self.body = body
        super().__init__(f"HTTP {http_status}: {body!r}")


@retry(
    retry=retry_if_exception_type((requests.ConnectionError, requests.Timeout)),
    wait=wait_random_exponential(multiplier=1, max=20),
    stop=stop_after_delay(90),
    reraise=True,
)
def post(url: str, token: str, body: dict[str, Any]) -> dict[str, Any]:
    response = requests.post(url, json=body, headers={"Authorization": f"Bearer {token}"}, timeout=20)
    try:
        parsed = response.json()
    except requests.JSONDecodeError:
        parsed = {"error": response.text}
    if response.status_code != 200 or parsed.get("error_code") is not None:
        raise FlanksRuntimeError(response.status_code, parsed)
    return parsed
