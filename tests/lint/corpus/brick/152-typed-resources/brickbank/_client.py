from __future__ import annotations

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any

import httpx

from . import errors
from .resources import Accounts, Consents

log = logging.getLogger("brickbank")

Hook = Callable[[httpx.Response], None]

#: "Regras gerais de tratamento": seconds before each new attempt.
SCHEDULE = (3, 6, 12, 24, 48)


def _transient(response: httpx.Response) -> bool:
    return response.status_code == 429 or 500 <= response.status_code <= 505


class BrickBank:
    def __init__(
        self,
        token: str,
        *,
        base_url: str = "https://api.brickbank.example",
        transport: httpx.BaseTransport | None = None,
        hooks: list[Hook] | None = None,
        sleep: Callable[[float], None] | None = None,
    ) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            transport=transport,
            timeout=30.0,
            headers={"Authorization": f"Bearer {token}", "Accept": "application/json"},
        )
        self._hooks = list(hooks or ())
        self._sleep = sleep or time.sleep
        self.accounts = Accounts(self)
        self.consents = Consents(self)

    def _send(self, request: httpx.Request) -> httpx.Response:
        response = self._http.send(request)
        for hook in self._hooks:
            hook(response)
        return response

    def _request(
        self,
        method: str,
        path: str,
        *,
        params: Mapping[str, Any] | None = None,
        json: Any = None,
        consent_id: str | None = None,
    ) -> dict[str, Any]:
        headers = {"x-consent-id": consent_id} if consent_id else {}
        request = self._http.build_request(method, path, params=params, json=json, headers=headers)
        response = self._send(request)
        for pause in SCHEDULE:
            if not _transient(response):
                break
            log.warning("%s %s: %d, next attempt in %d s", method, path, response.status_code, pause)
            self._sleep(pause)
            response = self._send(request)
        if response.status_code not in (200, 201):
            raise errors.from_response(response)
        return response.json()

    def close(self) -> None:
        self._http.close()

    def __enter__(self) -> BrickBank:
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()
