"""Bearer token for Flanks, renewed when it has run out."""
from __future__ import annotations

from collections.abc import Callable, Generator

import httpx


class RenewingToken(httpx.Auth):
    requires_response_body = True

    def __init__(self, issue: Callable[[], str]) -> None:
        self._issue = issue
        self._token: str | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._token is None:
            self._token = self._issue()
        request.headers["Authorization"] = f"Bearer {self._token}"
        response = yield request
        if response.status_code == 401:
            # the token has probably run out: get another one and ask once more
            self._token = self._issue()
            request.headers["Authorization"] = f"Bearer {self._token}"
            yield request
