"""Bank logins."""
from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import Any

import requests

from .faults import SynapseFault, factory


@dataclass
class Response:
    http_code: str
    error_code: str
    body: dict[str, Any] = field(repr=False)

    @property
    def ok(self) -> bool:
        return self.http_code == "200" and self.error_code == "0"

    @property
    def pending(self) -> bool:
        return self.http_code == "202" and self.error_code == "10"

    @property
    def error(self) -> SynapseFault | None:
        if self.ok or self.pending:
            return None
        return factory.create(self.http_code, self.error_code, self.body)


@dataclass(frozen=True)
class Login:
    nodes: tuple[str, ...]
    mfa: dict[str, Any] | None = None


class Transport:
    def __init__(self, base_url: str, headers: dict[str, str]) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update(headers)

    def call(self, method: str, path: str, **kwargs: Any) -> Response:
        reply = self.session.request(method, self.base_url + path, timeout=60, **kwargs)
        try:
            body = reply.json()
        except ValueError:
            body = {}
        status = str(body.get("http_code") or reply.status_code)
        return Response(status, str(body.get("error_code", "")), body)

    def request(self, method: str, path: str, **kwargs: Any) -> Response:
        attempt = 1
        while (error := (response := self.call(method, path, **kwargs)).error) is not None:
            if attempt >= error.attempts:
                raise error
            time.sleep(error.pause)
            attempt += 1
        return response


class Synapse:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def login(self, user_id: str, bank: str, username: str, password: str) -> Login:
        info = {"bank_id": username, "bank_pw": password, "bank_name": bank}
        response = self._transport.request(
            "POST", f"/v3.1/users/{user_id}/nodes", json={"type": "ACH-US", "info": info}
        )
        if response.pending:
            return Login((), mfa=response.body)
        return Login(tuple(n["_id"] for n in response.body.get("nodes", [])))
