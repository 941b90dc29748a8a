from __future__ import annotations

from typing import Any, Dict

import backoff
import requests

from flanks_errors import FlanksError, is_final

BANK_PAUSE = 600


class FlanksClient:
    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        self._base_url = base_url
        self._session = requests.Session()
        self._session.headers["Authorization"] = "Bearer " + access_token

    @backoff.on_exception(backoff.constant, FlanksError, giveup=is_final, max_tries=3, interval=BANK_PAUSE, jitter=None)
    def post(self, path: str, payload: Dict[str, Any]) -> Dict[str, Any]:
        response = self._session.post(self._base_url + path, json=payload, timeout=60)
        if response.status_code >= 400:
            raise FlanksError.from_response(response)
        return response.json()

    def create_credentials(self, bank: str, username: str, password: str) -> Dict[str, Any]:
        return self.post(
            "/v0/bank/credentials",
            {"bank": bank, "username": username, "password": password},
        )
