from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol

import requests


@dataclass(frozen=True, slots=True)
class Answer:
    status: int
    body: dict[str, Any] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def error_code(self) -> Any:
        return self.body.get("error_code")

    @property
    def text(self) -> str:
        return self.body.get("error") or self.body.get("message") or ""


class Wire(Protocol):
    def post(self, path: str, payload: dict[str, Any]) -> Answer: ...


class FlanksWire:
    def __init__(self, bearer: str, base_url: str = "https://api.flanks.io") -> None:
        self._base = base_url.rstrip("/")
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {bearer}"

    def post(self, path: str, payload: dict[str, Any]) -> Answer:
        resp = self._session.post(self._base + path, json=payload, timeout=30)
        body = resp.json()
        return Answer(resp.status_code, body if isinstance(body, dict) else {"items": body})
