from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from typing import Any

from codes import WORTH_WAITING, Code

FIVE_MINUTES = 5 * 60


class FundsError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{status} {body.get('code', '')} {body.get('detail', '')}")
        self.status = status
        self.body = body


class Funds:
    repeats = 2

    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.token = token

    def _fetch(self, consent_id: str) -> tuple[int, dict[str, Any]]:
        request = urllib.request.Request(
            f"{self.base_url}/data/funds/investments",
            headers={"Authorization": f"Bearer {self.token}", "x-consent-id": consent_id},
        )
        try:
            with urllib.request.urlopen(request, timeout=60) as response:
                return response.status, json.load(response)
        except urllib.error.HTTPError as error:
            with error:
                return error.code, json.load(error)

    def investments(self, consent_id: str) -> list[dict[str, Any]]:
        status, body = self._fetch(consent_id)
        for _ in range(self.repeats):
            if status != 400 or Code.of(body) not in WORTH_WAITING:
                break
            time.sleep(FIVE_MINUTES)
            status, body = self._fetch(consent_id)
        if status == 200:
            return body["data"].get("investments", [])
        raise FundsError(status, body)
