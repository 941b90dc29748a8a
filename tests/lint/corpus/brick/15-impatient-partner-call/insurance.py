"""Policies of Brick Insurance."""
from __future__ import annotations

from typing import Any

import requests

from recovery import CallFailed, patiently


class Policies:
    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def _get(self, path: str, consent_id: str) -> dict[str, Any]:
        response = self.session.get(
            self.base_url + path, headers={"x-consent-id": consent_id}, timeout=60
        )
        body = response.json()
        if response.status_code != requests.codes.ok:
            raise CallFailed(response.status_code, body)
        return body["data"]

    def policies(self, consent_id: str) -> list[dict[str, Any]]:
        data = patiently(lambda: self._get("/data/insurance-auto", consent_id))
        return data.get("policies", [])
