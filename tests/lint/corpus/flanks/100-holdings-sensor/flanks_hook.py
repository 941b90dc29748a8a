from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import Any


class FlanksFailure(Exception):
    def __init__(self, status: int, code: int | None, text: str) -> None:
        super().__init__(f"HTTP {status}, error_code {code}: {text}")
        self.status = status
        self.code = code


class FlanksHook:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.token = token
        self.base_url = base_url

    def run(self, endpoint: str, payload: dict[str, Any]) -> Any:
        req = urllib.request.Request(self.base_url + endpoint, method="POST", data=json.dumps(payload).encode())
        req.add_header("Authorization", f"Bearer {self.token}")
        req.add_header("Content-Type", "application/json")
        try:
            with urllib.request.urlopen(req, timeout=60) as resp:
                status, body = resp.status, json.load(resp)
        except urllib.error.HTTPError as resp:
            status, body = resp.code, json.load(resp)
        if status != 200:
            raise FlanksFailure(status, body.get("error_code"), body.get("error") or body.get("message", ""))
        return body
