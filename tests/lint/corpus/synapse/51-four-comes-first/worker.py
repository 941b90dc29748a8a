from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from typing import Any

from dispatch import Duplicate, SlowDown, error_of


class Worker:
    tries = 5

    def __init__(self, headers: dict[str, str], base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.headers = headers | {"Content-Type": "application/json"}
        self.base_url = base_url

    def _post(self, path: str, data: dict[str, Any], key: str) -> dict[str, Any]:
        headers = self.headers | {"X-SP-IDEMPOTENCY-KEY": key}
        request = urllib.request.Request(self.base_url + path, json.dumps(data).encode(), headers)
        try:
            with urllib.request.urlopen(request, timeout=100) as response:
                body = json.load(response)
        except urllib.error.HTTPError as exc:
            body = json.load(exc)
        if error := error_of(body):
            raise error
        return body

    def pay(self, user: str, node: str, job: dict[str, Any]) -> str:
        path = f"/users/{user}/nodes/{node}/trans"
        for n in range(1, self.tries + 1):
            try:
                return self._post(path, job["payload"], job["key"])["_id"]
            except Duplicate:
                return f"duplicate-450:{job['key']}"
            except SlowDown:
                if n == self.tries:
                    raise
                time.sleep(5 * n)
        raise AssertionError
