"""Exports the movements of a month to our accounting tool."""
from __future__ import annotations

import csv
import io
from calendar import monthrange
from datetime import date
from typing import Any

import requests


class FlanksError(Exception):
    def __init__(self, response: requests.Response) -> None:
        super().__init__(f"HTTP {response.status_code}: {response.text}")
        self.response = response


class Exporter:
    COLUMNS = ("date", "concept", "amount")

    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.token = token

    def _movements(self, credentials_token: str, start: date, end: date) -> list[dict[str, Any]]:
        response = requests.post(
            f"{self.base_url}/v0/bank/transaction",
            json={"credentials_token": credentials_token, "from": str(start), "to": str(end)},
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=60,
        )
        body = response.json()
        if response.status_code != 200 or "error_code" in body:
            raise FlanksError(response)
        return body["transactions"]

    def month(self, credentials_token: str, year: int, month: int) -> str:
        out = io.StringIO()
        writer = csv.DictWriter(out, self.COLUMNS, extrasaction="ignore", lineterminator="\n")
        writer.writeheader()
        try:
            last = monthrange(year, month)[1]
            rows = self._movements(credentials_token, date(year, month, 1), date(year, month, last))
            writer.writerows(rows)
        finally:
            text = out.getvalue()
            out.close()
            return text
