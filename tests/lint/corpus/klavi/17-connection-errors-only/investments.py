from __future__ import annotations

from typing import Any

import requests

from transport import KlaviError, on_network_trouble


class InvestmentsClient:
    def __init__(self, token: str, base_url: str = "https://api-sandbox.klavi.ai") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    @on_network_trouble(times=3, pause=2.0)
    def _get(self, path: str, params: dict[str, str]) -> dict[str, Any]:
        response = self.session.get(self.base_url + path, params=params, timeout=20)
        body = response.json()
        if body.get("code") != 200:
            raise KlaviError(body)
        return body

    def positions(self, cpf: str) -> list[dict[str, Any]]:
        return self._get("/open-data/v1/investments", {"cpf": cpf})["data"].get("positions", [])
