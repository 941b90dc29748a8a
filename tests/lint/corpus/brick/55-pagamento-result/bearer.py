"""Client-credentials token kept inside the transport, renewed when Brick says it has gone stale."""
from __future__ import annotations

from collections.abc import Generator

import httpx


class TokenRefused(Exception):
    def __init__(self, response: httpx.Response) -> None:
        super().__init__(f"token endpoint: {response.status_code} {response.text[:120]}")
        self.status = response.status_code


class Bearer(httpx.Auth):
    requires_response_body = True

    def __init__(self, token_url: str, client_id: str, client_secret: str, token: str | None = None) -> None:
        self._token_url = token_url
        self._form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}
        self._token = token

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        fresh = False
        if self._token is None:
            self._take((yield self._ask()))
            fresh = True
        request.headers["Authorization"] = f"Bearer {self._token}"
        response = yield request
        if fresh or response.status_code != 401 or not _stale(response):
            return
        self._take((yield self._ask()))
        request.headers["Authorization"] = f"Bearer {self._token}"
        yield request

    def _ask(self) -> httpx.Request:
        return httpx.Request("POST", self._token_url, data=self._form)

    def _take(self, response: httpx.Response) -> None:
        if response.status_code != 200:
            raise TokenRefused(response)
        self._token = response.json()["access_token"]


def _stale(response: httpx.Response) -> bool:
    try:
        return response.json().get("code") == "TOKEN_NAO_AUTORIZADO"
    except (ValueError, AttributeError):
        return False
