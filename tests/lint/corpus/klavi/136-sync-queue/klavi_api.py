from __future__ import annotations

from typing import Any

import requests

BASE_URL = "https://api.klavi.ai"


class KlaviApi:
    def __init__(self, token: str, base_url: str = BASE_URL) -> None:
        self.base_url = base_url
        self.http = requests.Session()
        self.http.headers.update({"Authorization": f"Bearer {token}"})

    def connect(self, cpf: str, institution: str, login: str, password: str) -> dict[str, Any]:
        return self._post(
            "/open-data/v1/connections",
            {"cpf": cpf, "institution": institution, "login": login, "password": password},
        )

    def auto_update(self, connection_key: str, allow: bool) -> dict[str, Any]:
        return self._post("/open-data/v1/user-data", {"connectionKey": connection_key, "allowAutoUpdate": allow})

    def _post(self, path: str, payload: dict[str, Any]) -> dict[str, Any]:
        return self.http.post(self.base_url + path, json=payload, timeout=60).json()
