"""Invoices of the tax office, collected by a nightly batch."""
from __future__ import annotations

from typing import Any

import requests

from failures import KhipuFailure
from patience import patience


class Invoices:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self.base_url = base_url
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {token}"

    def __enter__(self) -> "Invoices":
        return self

    def __exit__(self, *exc_info: object) -> None:
        self.http.close()

    def _query(self, rut: str, password: str, period: str) -> list[dict[str, Any]]:
        response = self.http.post(
            f"{self.base_url}/v1/cl/services/sii.cl/invoices",
            json={"Username": rut, "Password": password, "Period": period},
            timeout=180,
        )
        body = response.json()
        if body["Status"] == "ERROR":
            raise KhipuFailure(body)
        return body["Data"]["Invoices"]

    def of_month(self, rut: str, password: str, period: str) -> list[dict[str, Any]]:
        for attempt in patience():
            with attempt:
                invoices = self._query(rut, password, period)
        return invoices
