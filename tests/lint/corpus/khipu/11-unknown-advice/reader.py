from __future__ import annotations

from typing import Any

import backoff
import httpx

import constants
from errors import RetryableError, build


class Reader:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self.http = httpx.Client(base_url=base_url, headers={"Authorization": f"Bearer {token}"}, timeout=90)

    @backoff.on_exception(backoff.constant, RetryableError, interval=3, max_tries=3)
    def read(self, resource: str, **credentials: str) -> dict[str, Any]:
        body = self.http.post(f"/v1/cl/banking/personal/{resource}", json=credentials).json()
        if body["Status"] != constants.STATUS_OK:
            raise build(body["Error"])
        return body["Data"]
