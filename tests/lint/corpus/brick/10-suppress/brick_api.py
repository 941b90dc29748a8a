"""Brick Bank for the wallet app."""
from __future__ import annotations

from typing import Any

import requests


class BrickApiError(Exception):
    def __init__(self, status_code: int, payload: dict[str, Any]) -> None:
        super().__init__(status_code, payload)
        self.status_code = status_code
        self.payload = payload


class BrickApi:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {token}"

    def get(self, path: str, consent: str, **params: Any) -> dict[str, Any]:
        response = self.http.get(
            f"{self.base_url}{path}", params=params, headers={"x-consent-id": consent}, timeout=20
        )
        payload = response.json()
        if response.status_code != 200:
            raise BrickApiError(response.status_code, payload)
        return payload["data"]
