from __future__ import annotations

from typing import Protocol

import httpx


class FlanksRefused(Exception):
    def __init__(self, status: int, error: str, error_code: int | None):
        super().__init__(error)
        self.status, self.error, self.error_code = status, error, error_code


class TokenSource(Protocol):
    def bearer(self) -> str: ...


class ClientCredentials:
    """Plain OAuth token endpoint; the token lives as long as the process."""

    def __init__(self, http: httpx.Client, client_id: str, secret: str):
        self._http, self._id, self._secret = http, client_id, secret
        self._cached: str | None = None

    def bearer(self) -> str:
        if self._cached is None:
            reply = self._http.post(
                "/v0/token",
                json={"grant_type": "client_credentials", "client_id": self._id, "client_secret": self._secret},
            )
            body = reply.json()
            if reply.status_code != 200:
                raise FlanksRefused(reply.status_code, body.get("error", ""), body.get("error_code"))
            self._cached = body["access_token"]
        return self._cached


class LinkGateway:
    def __init__(self, http: httpx.Client, tokens: TokenSource):
        self._http = http
        self._tokens = tokens

    def exchange(self, code: str) -> tuple[str, bool]:
        """Trades the code of the Link redirect. The flag tells whether the token is usable already."""
        reply = self._http.post(
            "/v0/platform/link",
            json={"code": code},
            headers={"Authorization": f"Bearer {self._tokens.bearer()}"},
        )
        body = reply.json()
        if reply.status_code == 202:
            return body["credentials_token"], False
        if reply.status_code != 200:
            raise FlanksRefused(reply.status_code, body.get("error", ""), body.get("error_code"))
        return body["credentials_token"], True
