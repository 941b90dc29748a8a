from __future__ import annotations

from typing import Any, ClassVar

import httpx


class ApiClient:
    """Base of our API clients: a session, JSON in, JSON out, an exception class of its own."""

    host: ClassVar[str]
    error: ClassVar[type["ApiFailure"]]

    def __init__(self, token: str, base_url: str | None = None) -> None:
        self._http = httpx.Client(
            base_url=base_url or self.host, headers={"Authorization": f"Bearer {token}"}, timeout=45
        )

    def ok(self, status: int, body: dict[str, Any]) -> bool:
        return status == 200

    def post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        reply = self._http.post(path, json=payload)
        body = reply.json()
        if not self.ok(reply.status_code, body):
            raise self.error(reply, body)
        return body


class ApiFailure(Exception):
    def __init__(self, reply: httpx.Response, body: dict[str, Any]) -> None:
        super().__init__(f"{reply.request.url}: {reply.status_code} {body}")
        self.reply = reply
        self.body = body
