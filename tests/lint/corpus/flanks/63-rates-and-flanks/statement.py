from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import requests

from rates import Rates


class FlanksUnhappy(Exception):
    def __init__(self, response: requests.Response) -> None:
        super().__init__(f"HTTP {response.status_code} {response.text}")
        self.response = response

    @property
    def error_code(self) -> int | None:
        return self.response.json().get("error_code")


@dataclass
class Line:
    iban: str
    eur: Decimal


class Statement:
    def __init__(self, token: str, rates: Rates | None = None, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.rates = rates or Rates()
        self.headers = {"Authorization": f"Bearer {token}"}

    def _accounts(self, credentials_token: str) -> list[dict[str, Any]]:
        response = requests.post(
            f"{self.base_url}/v0/bank/account",
            json={"credentials_token": credentials_token},
            headers=self.headers,
            timeout=30,
        )
        if response.status_code != requests.codes.ok or "error_code" in response.json():
            raise FlanksUnhappy(response)
        return response.json()["accounts"]

    def lines(self, credentials_token: str) -> list[Line]:
        return [
            Line(account["iban"], Decimal(str(account["balance"])) * self.rates.to_eur(account["currency"]))
            for account in self._accounts(credentials_token)
            if account["balance"] is not None
        ]
