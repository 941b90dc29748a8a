from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx

from auth import RenewingToken


class FlanksError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{status} / {body.get('error_code', '-')} / {body.get('error', '-')}")
        self.status = status
        self.body = body

    @property
    def code(self) -> int | None:
        return self.body.get("error_code")


class Unauthorized(FlanksError):
    pass


def raise_on_error(response: httpx.Response) -> None:
    response.read()
    body = response.json()
    if response.status_code == 200 and body.get("error_code") is None:
        return
    if response.status_code == 401:
        raise Unauthorized(401, body)
    raise FlanksError(response.status_code, body)


class Flanks:
    def __init__(self, issue: Callable[[], str], base_url: str = "https://api.flanks.io") -> None:
        self._http = httpx.Client(base_url=base_url, auth=RenewingToken(issue), timeout=30)

    def identity(self, credentials_token: str) -> dict[str, Any]:
        response = self._http.post("/v0/bank/identity", json={"credentials_token": credentials_token})
        raise_on_error(response)
        return response.json()["identity"]
