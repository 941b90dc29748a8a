"""Treasury bonds that customers hold elsewhere."""
from __future__ import annotations

from typing import Any

import requests

from waits import on_50x


class TreasuryError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        super().__init__(f"{status}: {self.text}")

    @property
    def text(self) -> str:
        for key in ("detail", "error_description", "message"):
            if value := self.body.get(key):
                return value
        return "no details"


class Treasury:
    path = "/data/treasure-titles/investments"

    def __init__(self, base_url: str, token: str) -> None:
        self.url = base_url + self.path
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    @on_50x
    def titles(self, consent_id: str) -> list[dict[str, Any]]:
        response = self.session.get(self.url, headers={"x-consent-id": consent_id}, timeout=30)
        body = response.json()
        if response.status_code != 200:
            raise TreasuryError(response.status_code, body)
        return body["data"].get("titles", [])
