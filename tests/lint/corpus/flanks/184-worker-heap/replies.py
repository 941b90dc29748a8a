"""Replies of Flanks and the kinds that the worker tells apart."""
from __future__ import annotations

from enum import Enum
from typing import Any, NamedTuple

import httpx


class Kind(Enum):
    GOOD = "good"
    UNDER_REVIEW = "under review"
    PROCESSING = "processing"
    INCOMPLETE = "incomplete"
    BANK_DOWN = "bank down"
    USER_CREDENTIALS = "user's credentials"
    USER_SCA = "user's second factor"
    REQUEST = "our request"
    ACCESS = "our access"
    SERVER = "server"
    OTHER = "not documented"


class Reply(NamedTuple):
    status: int
    code: int | None
    body: dict[str, Any]

    @property
    def kind(self) -> Kind:
        match self:
            case Reply(code=20001):
                return Kind.INCOMPLETE
            case Reply(code=20002):
                return Kind.PROCESSING
            case Reply(code=20003):
                return Kind.UNDER_REVIEW
            case Reply(code=40001):
                return Kind.REQUEST
            case Reply(code=50001):
                return Kind.BANK_DOWN
            case Reply(code=50002):
                return Kind.USER_CREDENTIALS
            case Reply(code=50003):
                return Kind.USER_SCA
            case Reply(code=int()):
                return Kind.OTHER
            case Reply(status=200):
                return Kind.GOOD
            case Reply(status=202):
                return Kind.UNDER_REVIEW
            case Reply(status=401):
                return Kind.ACCESS
            case Reply(status=400 | 405 | 409 | 415):
                return Kind.REQUEST
            case Reply(status=500):
                return Kind.SERVER
            case _:
                return Kind.OTHER


def read(response: httpx.Response) -> Reply:
    try:
        body = response.json()
    except ValueError:
        body = None
    if not isinstance(body, dict):
        # A 200 that isn't the documented JSON is no success either.
        return Reply(response.status_code, -1, {"error": response.text[:300]})
    code = body.get("error_code")
    if isinstance(code, str):
        code = int(code) if code.isdecimal() else -1
    return Reply(response.status_code, code, body)


class Flanks:
    def __init__(self, base_url: str, access_token: str) -> None:
        self._http = httpx.Client(
            base_url=base_url, headers={"Authorization": f"Bearer {access_token}"}, timeout=30.0
        )

    def exchange(self, link_code: str) -> Reply:
        return read(self._http.post("/v0/platform/link", json={"code": link_code}))

    def accounts(self, credentials_token: str) -> Reply:
        return read(self._http.post("/v0/bank/account", json={"credentials_token": credentials_token}))
