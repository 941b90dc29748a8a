from __future__ import annotations

from typing import Any

import requests


class BrickError(Exception):
    def __init__(self, response: requests.Response) -> None:
        self.response = response
        self.status = response.status_code
        super().__init__(f"HTTP {self.status} from {response.request.method} {response.request.path_url}")

    @property
    def code(self) -> str:
        body = self.response.json()
        return body.get("code") or body.get("error") or ""


class Consents:
    def __init__(self, session: requests.Session, base_url: str) -> None:
        self.session = session
        self.base_url = base_url

    def get(self, consent_id: str) -> dict[str, Any]:
        response = self.session.get(f"{self.base_url}/data/consents/{consent_id}", timeout=30)
        if response.status_code != 200:
            raise BrickError(response)
        return response.json()["data"]

    def status(self, consent_id: str) -> str:
        return self.get(consent_id)["status"]
