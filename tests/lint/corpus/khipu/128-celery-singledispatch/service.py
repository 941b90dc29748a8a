from __future__ import annotations

from typing import Any

import requests

from failures import KhipuFailure


class TaxService:
    """Services of the tax office, by country."""

    def __init__(self, token: str, root: str = "https://api.khipu.com/v1/cl") -> None:
        self.root = root
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def _request(self, path: str, payload: dict[str, Any]) -> Any:
        response = self.session.post(f"{self.root}{path}", json=payload, timeout=(5, 180))
        try:
            body = response.json()
        except ValueError:
            body = None
        if not isinstance(body, dict):
            response.raise_for_status()
            raise KhipuFailure.from_reply({})
        if body.get("Status") != "OK" or body.get("Error") is not None:
            raise KhipuFailure.from_reply(body)
        return body["Data"]

    def invoices(self, rut: str, password: str, month: str) -> list[dict[str, Any]]:
        return self._request("/services/sii.cl/invoices", {"Username": rut, "Password": password, "Month": month})[
            "Invoices"
        ]
