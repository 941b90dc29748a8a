"""Bearer token of Brick Bank as an httpx auth flow: fetched on first use, renewed once when refused."""
from __future__ import annotations

from collections.abc import Generator
from typing import Any

import httpx

TOKEN_REFUSED = "TOKEN_NAO_AUTORIZADO"


class BrickError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        self.code: str | None = body.get("code") or body.get("error")
        super().__init__(f"Brick answered {status}: {self.code or body.get('message') or 'no code'}")

    @classmethod
    def of(cls, response: httpx.Response) -> "BrickError":
        try:
            body = response.json()
        except ValueError:
            body = {}
        return cls(response.status_code, body if isinstance(body, dict) else {})


class BrickAuth(httpx.Auth):
    requires_response_body = True

    def __init__(self, token_url: str, client_id: str, client_secret: str, token: str | None = None) -> None:
        self._token_url = token_url
        self._client = (client_id, client_secret)
        self._token = token

    def _token_request(self) -> httpx.Request:
        client_id, client_secret = self._client
        return httpx.Request(
            "POST",
            self._token_url,
            data={"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret},
        )

    def _renew(self) -> Generator[httpx.Request, httpx.Response, None]:
        response = yield self._token_request()
        if response.status_code != 200:
            raise BrickError.of(response)
        self._token = response.json()["access_token"]

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._token is None:
            yield from self._renew()
        request.headers["Authorization"] = f"Bearer {self._token}"
        response = yield request
        if response.status_code == 401 and BrickError.of(response).code == TOKEN_REFUSED:
            yield from self._renew()
            request.headers["Authorization"] = f"Bearer {self._token}"
            yield request
