from __future__ import annotations

from functools import cached_property
from typing import Any

import requests


class SynapseUnavailable(Exception):
    """The request did not work."""

    def __init__(self, message: str, *, http_code: str, error_code: str) -> None:
        super().__init__(message)
        self.http_code = http_code
        self.error_code = error_code


class SynapseClient:
    def __init__(self, gateway: str, base_url: str = "https://api.synapsefi.com/v3.1") -> None:
        self.gateway = gateway
        self.base_url = base_url

    @cached_property
    def session(self) -> requests.Session:
        session = requests.Session()
        session.headers["X-SP-GATEWAY"] = self.gateway
        return session

    def link(self, user_key: str, user_id: str, info: dict[str, str]) -> list[dict[str, Any]]:
        response = self.session.post(
            f"{self.base_url}/users/{user_id}/nodes",
            json={"type": "ACH-US", "info": info},
            headers={"X-SP-USER": user_key},
            timeout=100,
        )
        body = response.json()
        if body.get("error_code", "0") != "0":
            raise SynapseUnavailable(
                body.get("error", {}).get("en", ""), http_code=body["http_code"], error_code=body["error_code"]
            )
        return body["nodes"]
