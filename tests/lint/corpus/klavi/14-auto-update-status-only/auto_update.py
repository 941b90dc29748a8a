"""Switches automatic updates of a customer's data on and off (update user data API)."""
from __future__ import annotations

from typing import Any

import requests
from requests.adapters import HTTPAdapter


class UpdateRefused(Exception):
    def __init__(self, status: int, text: str) -> None:
        super().__init__(status, text)
        self.status = status
        self.text = text


class AutoUpdate:
    path = "/update-user-data/v1/settings"

    def __init__(self, partner_code: str, partner_token: str, base_url: str = "https://api.klavi.ai") -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.mount("https://", HTTPAdapter(pool_connections=2, pool_maxsize=4))
        self.session.headers.update({"partner_code": partner_code, "partner_token": partner_token})

    def _put(self, payload: dict[str, Any]) -> dict[str, Any]:
        response = self.session.put(self.base_url + self.path, json=payload, timeout=15)
        try:
            response.raise_for_status()
        except requests.HTTPError as exc:
            raise UpdateRefused(response.status_code, response.text) from exc
        return response.json()

    def enable(self, connection_key: str) -> bool:
        self._put({"connectionKey": connection_key, "allowAutoUpdate": True})
        return True

    def disable(self, connection_key: str) -> bool:
        self._put({"connectionKey": connection_key, "allowAutoUpdate": False})
        return False
