"""Calls to SynapseFI used by the transaction importer."""
from __future__ import annotations

from typing import Any, NamedTuple

import requests

API = "https://api.synapsefi.com/v3.1"


class Failure(Exception):
    def __init__(self, http_code: str, error_code: str, text: str) -> None:
        super().__init__(f"({http_code}, {error_code}) {text}")
        self.http_code = http_code
        self.error_code = error_code
        self.text = text


class Keys(NamedTuple):
    gateway: str
    user: str
    user_ip: str = "127.0.0.1"

    def headers(self) -> dict[str, str]:
        return {"X-SP-GATEWAY": self.gateway, "X-SP-USER": self.user, "X-SP-USER-IP": self.user_ip}


class Synapse:
    def __init__(self, keys: Keys, base_url: str = API) -> None:
        self.base_url = base_url
        self.session = requests.Session()
        self.session.headers.update(keys.headers())

    def pull(self, user_id: str, node_id: str) -> dict[str, Any]:
        """Asks the bank for fresh data and returns the node."""
        response = self.session.patch(
            f"{self.base_url}/users/{user_id}/nodes/{node_id}", params={"resync": "FULL"}, timeout=90
        )
        body = response.json()
        http_code = str(body.get("http_code", response.status_code))
        error_code = str(body.get("error_code", ""))
        if response.ok and http_code.startswith("2"):
            return body
        raise Failure(http_code, error_code, (body.get("error") or {}).get("en", ""))
