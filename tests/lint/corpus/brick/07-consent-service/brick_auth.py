from __future__ import annotations

from collections.abc import Callable, Generator

import httpx


class RenewingBearer(httpx.Auth):
    """Sends the bearer token; an expired one is replaced once per request."""

    requires_response_body = True

    def __init__(self, obtain: Callable[[], str]) -> None:
        self._obtain = obtain
        self._token: str | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._token is None:
            self._token = self._obtain()
        request.headers["Authorization"] = f"Bearer {self._token}"
        response = yield request
        if response.status_code == 401 and self._says_expired(response):
            self._token = self._obtain()
            request.headers["Authorization"] = f"Bearer {self._token}"
            yield request

    @staticmethod
    def _says_expired(response: httpx.Response) -> bool:
        try:
            return response.json().get("code") == "TOKEN_NAO_AUTORIZADO"
        except (ValueError, AttributeError):
            return False
