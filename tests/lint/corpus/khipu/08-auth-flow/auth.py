from __future__ import annotations

import base64
import hashlib
import hmac
import json
import time
from collections.abc import Callable, Generator

import httpx


def _b64(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def jwt_signer(receiver_id: str, secret: bytes, lifetime: int = 900) -> Callable[[], str]:
    def sign() -> str:
        now = time.time_ns()
        head = _b64(json.dumps({"alg": "HS256", "typ": "JWT"}).encode())
        body = _b64(json.dumps({"sub": receiver_id, "jti": now, "exp": now // 10**9 + lifetime}).encode())
        mac = hmac.new(secret, f"{head}.{body}".encode(), hashlib.sha256).digest()
        return f"{head}.{body}.{_b64(mac)}"

    return sign


class RenewingToken(httpx.Auth):
    """Signs a token on first use, and a fresh one when the API says ours is no good."""

    requires_response_body = True

    def __init__(self, sign: Callable[[], str]) -> None:
        self._sign = sign
        self._token: str | None = None

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        if self._token is None:
            self._token = self._sign()
        request.headers["Authorization"] = f"Bearer {self._token}"
        response = yield request

        error = response.json().get("Error") or {}
        if error.get("Code") == "A000":
            self._token = self._sign()
            request.headers["Authorization"] = f"Bearer {self._token}"
            yield request
