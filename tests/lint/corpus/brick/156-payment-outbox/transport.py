"""One POST, no opinion about what comes back."""
from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import urllib3


@dataclass(frozen=True)
class Reply:
    status: int
    body: dict[str, Any]

    @property
    def code(self) -> str:
        return str(self.body.get("code") or self.body.get("error") or "")

    @property
    def reason(self) -> str:
        for name in ("detail", "error_description", "message"):
            if self.body.get(name):
                return str(self.body[name])
        return ""


class Transport:
    def __init__(self, base_url: str, token: str) -> None:
        self._base_url = base_url
        self._pool = urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(connect=5, read=30))
        self._headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def post(self, path: str, payload: dict[str, Any], key: str) -> Reply:
        raw = self._pool.request(
            "POST",
            self._base_url + path,
            body=json.dumps(payload).encode(),
            headers={**self._headers, "x-idempotency-key": key},
            redirect=False,
        )
        try:
            body = json.loads(raw.data)
        except ValueError:
            body = {}
        return Reply(raw.status, body if isinstance(body, dict) else {})
