"""Balances in reais of accounts in several currencies."""
from __future__ import annotations

from typing import Any, Callable

import httpx

import fx


class KlaviError(Exception):
    def __init__(self, code: int, message: str) -> None:
        super().__init__(code, message)
        self.code = code
        self.message = message


class PartialData(KlaviError):
    """201, 202 and 203."""


class Balances:
    def __init__(self, http: httpx.Client, rate: Callable[[str, str], float] = fx.rate) -> None:
        self.http = http
        self.rate = rate

    def _accounts(self, cpf: str) -> list[dict[str, Any]]:
        body = self.http.get("/open-data/v1/accounts", params={"cpf": cpf}).json()
        code = body["code"]
        if code in (201, 202, 203):
            raise PartialData(code, body.get("message", ""))
        if code != 200:
            raise KlaviError(code, body.get("message", ""))
        return body["data"]["accounts"]

    def in_reais(self, cpf: str, day: str) -> float:
        total = 0.0
        for account in self._accounts(cpf):
            currency = account.get("currency", "BRL")
            factor = 1.0 if currency == "BRL" else self.rate(currency, day)
            total += account["balance"] * factor
        return total


def make_http(token: str) -> httpx.Client:
    return httpx.Client(
        base_url="https://api.klavi.ai", timeout=30, headers={"Authorization": f"Bearer {token}"}
    )
