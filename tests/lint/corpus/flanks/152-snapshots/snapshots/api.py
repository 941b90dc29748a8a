from __future__ import annotations

import time
from typing import Any

import requests

from .errors import FlanksError, Loading


class FlanksApi:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io", polls: int = 10) -> None:
        self.base_url = base_url
        self.polls = polls
        self.session = requests.Session()
        self.session.headers["Authorization"] = f"Bearer {token}"

    def _fetch(self, credentials_token: str) -> list[dict[str, Any]]:
        resp = self.session.post(
            f"{self.base_url}/v0/investment/positions",
            json={"credentials_token": credentials_token},
            timeout=40,
        )
        if resp.status_code != 200:
            raise FlanksError.of(resp)
        return resp.json()["positions"]

    def positions(self, credentials_token: str) -> list[dict[str, Any]]:
        for _ in range(self.polls):
            try:
                return self._fetch(credentials_token)
            except Loading:
                time.sleep(20)
        return self._fetch(credentials_token)
