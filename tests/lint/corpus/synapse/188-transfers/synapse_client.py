from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import requests

from errors import SynapseError
from resilience import Breaker

UAT = "https://uat-api.synapsefi.com/v3.1"
DONE = "0"
ACTION_PENDING = "10"


@dataclass(frozen=True)
class Answer:
    body: dict[str, Any]
    pending: bool = False


class SynapseClient:
    def __init__(self, gateway: str, user_key: str, base_url: str = UAT, breaker: Breaker | None = None) -> None:
        self.base_url = base_url
        self.breaker = breaker or Breaker()
        self.session = requests.Session()
        self.session.headers.update({"X-SP-GATEWAY": gateway, "X-SP-USER": user_key})

    def request(self, method: str, path: str, **options: Any) -> Answer:
        """A success, or a reply that is accepted but not final; SynapseError for the rest."""
        return self.breaker.call(lambda: self._once(method, path, **options))

    def _once(self, method: str, path: str, **options: Any) -> Answer:
        response = self.session.request(method, self.base_url + path, timeout=(5, 60), **options)
        try:
            body = response.json()
        except ValueError:
            raise SynapseError(str(response.status_code), "", {"error": {"en": response.text[:200]}}) from None
        if not isinstance(body, dict):
            raise SynapseError(str(response.status_code), "", {"error": {"en": "not an object"}})
        http_code = str(body.get("http_code", response.status_code))
        error_code = str(body.get("error_code", ""))
        if error_code == ACTION_PENDING or (error_code == DONE and "202" in (http_code, str(response.status_code))):
            return Answer(body, pending=True)
        if error_code == DONE and response.status_code == 200:
            return Answer(body)
        raise SynapseError(http_code, error_code, body)
