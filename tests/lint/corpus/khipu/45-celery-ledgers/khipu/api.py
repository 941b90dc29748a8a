from __future__ import annotations

from typing import Any

import requests

from .errors import KhipuError


class KhipuApi:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def _service(self, name: str, payload: dict[str, Any]) -> dict[str, Any]:
        doc = self.session.post(f"{self.base_url}/v1/cl/services/{name}", json=payload, timeout=150).json()
        if doc["Status"] == "ERROR":
            raise KhipuError.from_body(doc["Error"])
        return doc["Data"]

    def purchases(self, rut: str, password: str, period: str) -> dict[str, Any]:
        return self._service("sii.cl/purchases", {"Username": rut, "Password": password, "Period": period})

    def sales(self, rut: str, password: str, period: str) -> dict[str, Any]:
        return self._service("sii.cl/sales", {"Username": rut, "Password": password, "Period": period})
