from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx


class UserError(Exception):
    def __init__(self, response: httpx.Response, action: str) -> None:
        self.response = response
        self.action = action
        super().__init__(f"{action}: {response.status_code} {response.text[:200]}")

    @property
    def code(self) -> str | None:
        return self.response.json().get("error_code")


def checked(response: httpx.Response) -> dict[str, Any]:
    """Like raise_for_status, but the body has the last word."""
    body = response.json()
    if response.status_code != httpx.codes.OK or body.get("error_code", "0") != "0":
        raise httpx.HTTPStatusError(response.text, request=response.request, response=response)
    return body


@contextmanager
def action(name: str) -> Iterator[None]:
    try:
        yield
    except httpx.HTTPStatusError as exc:
        raise UserError(exc.response, name) from exc


class Users:
    def __init__(self, http: httpx.Client) -> None:
        self.http = http

    def get(self, user_id: str) -> dict[str, Any]:
        with action("get user"):
            return checked(self.http.get(f"/users/{user_id}"))

    def close(self, user_id: str) -> None:
        with action("close user"):
            checked(self.http.patch(f"/users/{user_id}", json={"permission": "CLOSED"}))
