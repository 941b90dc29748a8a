"""Reads movements; used by the reconciliation robot."""
from __future__ import annotations

import datetime as dt
from typing import Any

import requests


class BankUnavailable(Exception):
    pass


class Movements:
    def __init__(self, token: str, url: str = "https://api.khipu.com/v1/cl/banks") -> None:
        self.url = url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def _request(self, bank: str, body: dict[str, Any]) -> dict[str, Any]:
        try:
            document = self.session.post(f"{self.url}/{bank}/movements", json=body, timeout=120).json()
            if document["Status"] == "ERROR":
                raise ValueError(document["Error"]["Description"])
            return document["Data"]
        except (requests.RequestException, ValueError, KeyError):
            raise BankUnavailable(bank)

    def month(self, bank: str, rut: str, password: str, month: dt.date) -> list[dict[str, Any]]:
        data = self._request(
            bank, {"Username": rut, "Password": password, "From": month.isoformat(), "Detail": True}
        )
        return data["Movements"]
