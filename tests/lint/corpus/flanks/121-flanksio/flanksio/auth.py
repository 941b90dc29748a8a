from __future__ import annotations

from collections.abc import Generator

import httpx

from .errors import from_response


class FlanksAuth(httpx.Auth):
    """Client-credentials token, fetched when there is none and once more when it is turned down."""

    requires_response_body = True

    def __init__(self, client_id: str, client_secret: str, token_url: str, access_token: str | None = None) -> None:
        self._form = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": client_secret}
        self._url = token_url
        self._token = access_token

    def _fetch(self) -> Generator[httpx.Request, httpx.Response, None]:
        answer = yield httpx.Request("POST", self._url, json=self._form)
        if answer.status_code != 200:
            raise from_response(answer.status_code, _json(answer))
        self._token = answer.json()["access_token"]

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        brand_new = self._token is None
        if brand_new:
            yield from self._fetch()
        request.headers["Authorization"] = f"Bearer {self._token}"
        response = yield request
        if response.status_code == 401 and not brand_new:
            yield from self._fetch()
            request.headers["Authorization"] = f"Bearer {self._token}"
            yield request


def _json(response: httpx.Response):
    try:
        return response.json()
    except ValueError:
        return {"error": response.text[:200]}
