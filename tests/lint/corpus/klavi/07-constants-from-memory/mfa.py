"""Login with a second factor."""
from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx

import constants as c


class LoginError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        self.body = body
        super().__init__(body.get("code"), body.get("message"))

    @property
    def code(self) -> int | None:
        return self.body.get("code")


class NewPasswordNeeded(LoginError):
    """Show the password form again."""


class NewTokenNeeded(LoginError):
    """Show the token form again."""


class ComeBackTomorrow(LoginError):
    pass


class Incomplete(LoginError):
    pass


def _select(code: int) -> Callable[[dict[str, Any]], LoginError]:
    if code in c.WRONG_CREDENTIALS:
        return NewPasswordNeeded
    if code == c.WRONG_MFA or code == c.MFA_MISSING:
        return NewTokenNeeded
    if code in c.FROZEN_FOR_A_DAY:
        return ComeBackTomorrow
    if code in c.PARTIAL:
        return Incomplete
    return LoginError


def login(http: httpx.Client, cpf: str, password: str, token: str | None = None) -> str:
    body = http.post(
        "/open-data/v1/login", json={"cpf": cpf, "password": password, "mfa": token}
    ).json()
    if body["code"] == c.SUCCESS:
        return body["data"]["report_id"]
    raise _select(body["code"])(body)


def production(token: str) -> httpx.Client:
    return httpx.Client(
        base_url="https://api.klavi.ai", timeout=30, headers={"Authorization": f"Bearer {token}"}
    )
