from __future__ import annotations

from typing import Any

import httpx

from .model import Reply

DEFAULT_URL = "https://api.klavi.ai"


class Reports:
    def __init__(self, client: Klavi) -> None:
        self._client = client

    def get(self, cpf: str) -> Reply:
        return self._client._request("GET", "/open-data/v1/reports", params={"cpf": cpf})


class Connections:
    def __init__(self, client: Klavi) -> None:
        self._client = client

    def create(self, cpf: str, institution: str, **fields: str) -> Reply:
        payload = {"cpf": cpf, "institution": institution, **fields}
        return self._client._request("POST", "/open-data/v1/connections", json=payload)


class Klavi:
    def __init__(self, token: str, base_url: str = DEFAULT_URL, transport: Any = None) -> None:
        self._http = httpx.Client(
            base_url=base_url, transport=transport, timeout=60, headers={"Authorization": f"Bearer {token}"}
        )
        self.reports = Reports(self)
        self.connections = Connections(self)

    def _request(self, method: str, path: str, **kwargs: Any) -> Reply:
        response = self._http.request(method, path, **kwargs)
        return Reply.parse(response.json())

    def close(self) -> None:
        self._http.close()
