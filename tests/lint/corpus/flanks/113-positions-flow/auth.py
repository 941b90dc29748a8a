from __future__ import annotations

import typing

import httpx


class FlanksToken(httpx.Auth):
    """Client-credentials token, fetched on first use and once more when the API no longer knows it."""

    requires_response_body = True

    def __init__(self, token_url: str, client_id: str, client_secret: str) -> None:
        self._token_url = token_url
        self._form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}
        self._token: str | None = None

    def _token_request(self) -> httpx.Request:
        return httpx.Request("POST", self._token_url, json=self._form)

    def auth_flow(self, request: httpx.Request) -> typing.Generator[httpx.Request, httpx.Response, None]:
        fresh = False
        if self._token is None:
            self._remember((yield self._token_request()))
            fresh = True
        request.headers["Authorization"] = f"Bearer {self._token}"
        response = yield request
        if response.status_code == 401 and not fresh:
            self._remember((yield self._token_request()))
            request.headers["Authorization"] = f"Bearer {self._token}"
            yield request

    def _remember(self, response: httpx.Response) -> None:
        response.raise_for_status()
        self._token = response.json()["access_token"]
