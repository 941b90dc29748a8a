from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

import requests

from replies import ApiReply

BASE_URL = "https://api.klavi.ai"


class Transport(Protocol):
    def __call__(self, method: str, url: str, *, json: Any, headers: dict[str, str]) -> dict[str, Any]: ...


class RequestsTransport:
    def __init__(self, session: requests.Session | None = None, timeout: float = 30.0) -> None:
        self.session = session or requests.Session()
        self.timeout = timeout

    def __call__(self, method: str, url: str, *, json: Any, headers: dict[str, str]) -> dict[str, Any]:
        return self.session.request(method, url, json=json, headers=headers, timeout=self.timeout).json()


class Updates:
    def __init__(self, send: Callable[..., ApiReply]) -> None:
        self._send = send

    def allow_auto_update(self, connection_key: str, allow: bool) -> ApiReply:
        return self._send(
            "POST",
            "/data/v1/auto-update",
            {"connectionKey": connection_key, "allowAutoUpdate": allow},
        )

    def trigger(self, connection_key: str) -> ApiReply:
        return self._send("POST", "/data/v1/update", {"connectionKey": connection_key})


class KlaviUpdates:
    def __init__(
        self,
        partner_token: str,
        *,
        base_url: str = BASE_URL,
        transport: Transport | None = None,
    ) -> None:
        self._headers = {"Authorization": f"Bearer {partner_token}"}
        self._base_url = base_url
        self._transport = transport or RequestsTransport()
        self.updates = Updates(self._request)

    def _request(self, method: str, path: str, payload: dict[str, Any]) -> ApiReply:
        raw = self._transport(method, self._base_url + path, json=payload, headers=self._headers)
        return ApiReply(raw)
