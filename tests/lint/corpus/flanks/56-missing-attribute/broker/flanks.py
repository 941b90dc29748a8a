from __future__ import annotations

from typing import Any

import requests

from .exceptions import FlanksBrokerError
from .retry import resilient


class FlanksBroker:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.token = token

    @resilient
    def fetch(self, resource: str, credentials_token: str) -> list[dict[str, Any]]:
        response = requests.post(
            f"{self.base_url}/v0/bank/{resource}",
            headers={"Authorization": f"Bearer {self.token}"},
            json={"credentials_token": credentials_token},
            timeout=60,
        )
        body = response.json()
        if response.status_code == 200 and "error_code" not in body:
            return body[resource]
        raise FlanksBrokerError(
            body.get("error", "no text"), http_status=response.status_code, flanks_code=body.get("error_code")
        )
