"""Cliente do Brick Bank para consumo de dados, com renovação do token de acesso."""
from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator, Iterator
from typing import Any

import httpx


class BrickError(Exception):
    status: int

    def __init__(self, status: int, code: str | None, title: str | None, detail: str | None) -> None:
        super().__init__(" | ".join(str(p) for p in (status, code, title, detail) if p))
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail

    @classmethod
    def from_response(cls, response: httpx.Response) -> "BrickError":
        try:
            body = response.json()
        except ValueError:
            return cls(response.status_code, None, response.reason_phrase, response.text[:200])
        if "error" in body:
            return cls(response.status_code, body["error"], None, body.get("error_description"))
        if "message" in body:
            return cls(response.status_code, None, body["message"], None)
        return cls(response.status_code, body.get("code"), body.get("title"), body.get("detail"))


class TokenSource:
    """Keeps the access token; `issue` returns (token, seconds of life)."""

    def __init__(self, issue: Callable[[], tuple[str, int]]) -> None:
        self._issue = issue
        self._lock = threading.Lock()
        self._token = ""
        self._dies_at = 0.0

    def current(self) -> str:
        with self._lock:
            if time.time() >= self._dies_at:
                self._token, life = self._issue()
                self._dies_at = time.time() + life - 30
            return self._token

    def drop(self) -> None:
        with self._lock:
            self._dies_at = 0.0


class BrickAuth(httpx.Auth):
    requires_response_body = True

    def __init__(self, source: TokenSource) -> None:
        self.source = source

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        request.headers["Authorization"] = f"Bearer {self.source.current()}"
        response = yield request
        if response.status_code == 401 and BrickError.from_response(response).code == "TOKEN_NAO_AUTORIZADO":
            self.source.drop()
            request.headers["Authorization"] = f"Bearer {self.source.current()}"
            yield request


class BrickClient:
    def __init__(self, source: TokenSource, base_url: str = "https://api.brickbank.com.br") -> None:
        self._http = httpx.Client(base_url=base_url, auth=BrickAuth(source), timeout=15)

    def _get(self, path: str, **params: Any) -> dict[str, Any]:
        response = self._http.get(path, params=params)
        if not response.is_success:
            raise BrickError.from_response(response)
        return response.json()

    def transactions(self, consent_id: str, account_id: str) -> Iterator[dict[str, Any]]:
        page = 1
        while page:
            body = self._get(
                f"/accounts/v2/accounts/{account_id}/transactions",
                consentId=consent_id,
                page=page,
            )
            yield from body["data"]
            page = page + 1 if body.get("links", {}).get("next") else 0


def issue_from(url: str, client_id: str, client_secret: str) -> Callable[[], tuple[str, int]]:
    """Client-credentials token of our own identity provider (not Brick)."""

    def issue() -> tuple[str, int]:
        reply = httpx.post(
            url,
            data={"grant_type": "client_credentials"},
            auth=(client_id, client_secret),
            timeout=5,
        )
        reply.raise_for_status()
        data = reply.json()
        return data["access_token"], int(data["expires_in"])

    return issue
