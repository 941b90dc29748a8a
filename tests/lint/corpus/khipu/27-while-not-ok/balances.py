from __future__ import annotations

from decimal import Decimal
from typing import Any

import httpx

from poller import until


class BalanceError(Exception):
    def __init__(self, bank: str, error: dict[str, str]) -> None:
        super().__init__(bank, error["Code"], error["Type"])
        self.bank = bank
        self.error = error


class Balances:
    def __init__(self, http: httpx.Client) -> None:
        self._http = http

    def _post(self, bank: str, credentials: dict[str, str]) -> dict[str, Any]:
        return self._http.post(f"/v1/cl/banks/{bank}/balance", json=credentials).json()

    def balance(self, bank: str, username: str, password: str) -> Decimal:
        credentials = {"Username": username, "Password": password}
        reply = until(
            lambda r: r["Status"] == "OK",
            lambda: self._post(bank, credentials),
            every=10,
            tries=7,
        )
        if reply["Status"] != "OK":
            raise BalanceError(bank, reply["Error"])
        return Decimal(str(reply["Data"]["Balance"]))


def production(token: str) -> Balances:
    headers = {"Authorization": f"Bearer {token}"}
    return Balances(httpx.Client(base_url="https://api.khipu.com", headers=headers, timeout=60))
