from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests

from resilience import Outcome, RetryTemplate


@dataclass(frozen=True)
class FlanksSettings:
    base_url: str = "https://api.flanks.io"
    access_token: str = ""
    timeout: float = 45.0


class FlanksGateway:
    def __init__(self, settings: FlanksSettings, template: RetryTemplate) -> None:
        self._settings = settings
        self._template = template
        self._session = requests.Session()
        self._session.headers["Authorization"] = "Bearer " + settings.access_token

    def create_credentials(self, bank: str, user: str, password: str) -> Outcome:
        payload = {"bank": bank, "username": user, "password": password}
        return self._template.execute(lambda: self._send("/v0/bank/credentials", payload))

    def exchange_code(self, link_code: str) -> Outcome:
        return self._send("/v0/platform/link", {"code": link_code})

    def _send(self, path: str, payload: dict[str, Any]) -> Outcome:
        response = self._session.post(self._settings.base_url + path, json=payload, timeout=self._settings.timeout)
        return Outcome(response.status_code, response.json())
