"""SynapseFI side."""
from __future__ import annotations

from typing import Any

import requests


class SynapseLinkError(Exception):
    def __init__(self, body: dict[str, Any]) -> None:
        super().__init__(body.get("http_code"), body.get("error_code"))
        self.http_code: str = body.get("http_code", "")
        self.error_code: str = body.get("error_code", "")


def accounts(headers: dict[str, str], user_id: str, base_url: str = "https://api.synapsefi.com/v3.1"):
    body = requests.get(f"{base_url}/users/{user_id}/nodes", headers=headers, timeout=100).json()
    if body.get("error_code", "") != "0":
        raise SynapseLinkError(body)
    return body["nodes"]
