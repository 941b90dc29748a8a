"""Thin access to Khipu: one POST, one verdict. No retries here, the machine decides."""
from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Mapping

import urllib3

HOST = "https://api.khipu.com"


@dataclass(frozen=True, slots=True)
class Answer:
    http_status: int
    data: Mapping[str, Any] | None = None
    code: str = ""
    advice: str = ""
    description: str = field(default="", repr=False)

    @property
    def ok(self) -> bool:
        return self.data is not None


class KhipuHttp:
    def __init__(self, token: str, host: str = HOST) -> None:
        self._host = host
        self._pool = urllib3.PoolManager(
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
            timeout=urllib3.Timeout(connect=5, read=150),
            retries=urllib3.Retry(False),
        )

    def ask(self, path: str, fields: Mapping[str, Any]) -> Answer:
        response = self._pool.request("POST", self._host + path, body=json.dumps(fields, sort_keys=True).encode())
        try:
            body = json.loads(response.data)
        except ValueError:
            body = {}
        if not isinstance(body, dict):
            body = {}
        if body.get("Status") == "OK":
            return Answer(response.status, data=body.get("Data") or {})
        error = body.get("Error") or {}
        return Answer(
            response.status,
            code=error.get("Code", ""),
            advice=error.get("Type", ""),
            description=error.get("Description", ""),
        )
