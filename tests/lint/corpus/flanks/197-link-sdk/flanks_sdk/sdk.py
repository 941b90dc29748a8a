"""Resources of the SDK."""
from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any, Mapping, Protocol

import httpx

from .errors import BankUnavailable, CredentialsRejected, FlanksError, ScaRequired

log = logging.getLogger(__name__)


class Transport(Protocol):
    def post(self, path: str, payload: Mapping[str, Any]) -> "Response": ...


@dataclass(frozen=True)
class Response:
    status: int
    body: dict[str, Any]

    @property
    def ok(self) -> bool:
        return 200 <= self.status < 300

    @property
    def error(self) -> FlanksError | None:
        return None if self.ok else FlanksError.of(self.status, self.body)

    @property
    def data(self) -> dict[str, Any]:
        if (error := self.error) is not None:
            raise error
        return self.body


class HttpxTransport:
    def __init__(self, base_url: str, access_token: str) -> None:
        self._client = httpx.Client(
            base_url=base_url, headers={"Authorization": f"Bearer {access_token}"}, timeout=20
        )

    def post(self, path: str, payload: Mapping[str, Any]) -> Response:
        reply = self._client.post(path, json=dict(payload))
        try:
            body = reply.json()
        except ValueError:
            body = {"error": reply.text}
        return Response(reply.status_code, body)


@dataclass(frozen=True)
class Link:
    """A connection of a customer. `active` links are imported at once."""

    customer_id: int
    credentials_token: str | None
    active: bool
    hint: str = ""


class LinkResource:
    def __init__(self, transport: Transport) -> None:
        self._transport = transport

    def exchange(self, customer_id: int, code: str) -> Link:
        answer = self._transport.post("/v0/platform/link", {"code": code})
        return Link(customer_id, answer.data["credentials_token"], active=True)

    def connect(self, customer_id: int, bank: str, username: str, password: str) -> Link:
        payload = {"bank": bank, "username": username, "password": password}
        try:
            answer = self._transport.post("/v0/bank/credentials", payload)
            return Link(customer_id, answer.data["credentials_token"], active=True)
        except (CredentialsRejected, ScaRequired) as exc:
            return Link(customer_id, None, active=False, hint=f"ask-user:{exc.code}")
        except BankUnavailable as exc:
            log.warning("bank %s not available", bank)
            return Link(customer_id, None, active=False, hint=f"tomorrow:{exc.code}")


class Flanks:
    def __init__(self, transport: Transport) -> None:
        self.links = LinkResource(transport)
