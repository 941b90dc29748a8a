from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx

from flanks_errors import FlanksError

RequestHook = Callable[[httpx.Request], None]


@dataclass(frozen=True)
class Credentials:
    token: str
    message: str = ""


class CredentialsResource:
    def __init__(self, client: FlanksClient) -> None:
        self._client = client

    def create(self, bank: str, username: str, password: str) -> Credentials:
        body = self._client._request(
            "POST", "/v0/bank/credentials", {"bank": bank, "username": username, "password": password}
        )
        return Credentials(body["credentials_token"], body.get("message", ""))


class LinkResource:
    def __init__(self, client: FlanksClient) -> None:
        self._client = client

    def exchange(self, code: str) -> Credentials:
        body = self._client._request("POST", "/v0/link/exchange", {"code": code})
        return Credentials(body["credentials_token"], body.get("message", ""))


class FlanksClient:
    def __init__(
        self,
        access_token: str,
        *,
        base_url: str = "https://api.flanks.io",
        max_attempts: int = 5,
        hooks: list[RequestHook] | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self.max_attempts = max_attempts
        self._http = httpx.Client(
            base_url=base_url,
            transport=transport,
            timeout=30,
            headers={"Authorization": f"Bearer {access_token}"},
            event_hooks={"request": list(hooks or [])},
        )
        self.credentials = CredentialsResource(self)
        self.link = LinkResource(self)

    def _send(self, method: str, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        response = self._http.request(method, path, json=payload)
        body = response.json()
        if response.is_error or "error" in body:
            raise FlanksError.from_reply(response, body)
        return body

    def _request(self, method: str, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        attempt = 1
        while True:
            try:
                return self._send(method, path, payload)
            except FlanksError as exc:
                if exc.retry_after is None or attempt >= self.max_attempts:
                    raise
                time.sleep(exc.retry_after)
                attempt += 1
