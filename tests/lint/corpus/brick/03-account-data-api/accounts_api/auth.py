from __future__ import annotations

from collections.abc import Generator

import httpx

from .problems import body_of, error_from
from .settings import Settings


class ClientCredentials(httpx.Auth):
    """Bearer token that is fetched lazily and fetched anew when the gateway calls it stale."""

    requires_response_body = True

    def __init__(self, cfg: Settings, token: str = "") -> None:
        self._cfg = cfg
        self._token = token

    def _token_request(self) -> httpx.Request:
        return httpx.Request(
            "POST",
            self._cfg.brick_url + "/oauth/token",
            data={"grant_type": "client_credentials", "client_id": self._cfg.client_id, "client_secret": self._cfg.client_secret},
        )

    def _keep(self, response: httpx.Response) -> None:
        if response.status_code != 200:
            raise error_from(response)
        self._token = response.json()["access_token"]

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if not self._token:
            self._keep((yield self._token_request()))
        request.headers["Authorization"] = f"Bearer {self._token}"
        response = yield request
        if response.status_code == 401 and body_of(response).get("code") == "TOKEN_NAO_AUTORIZADO":
            self._keep((yield self._token_request()))
            request.headers["Authorization"] = f"Bearer {self._token}"
            yield request
