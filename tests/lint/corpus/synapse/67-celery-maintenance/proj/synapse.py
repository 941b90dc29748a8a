from __future__ import annotations

from typing import Any

import requests


class SynapseError(Exception):
    def __init__(self, http_code: str, error_code: str, detail: Any) -> None:
        super().__init__(http_code, error_code, detail)
        self.http_code = http_code
        self.error_code = error_code
        self.detail = detail

    @property
    def under_maintenance(self) -> bool:
        return self.http_code == "503" and self.error_code == "503"

    @property
    def throttled(self) -> bool:
        return self.error_code == "429"


def sync_node(base_url: str, headers: dict[str, str], user_id: str, node_id: str) -> dict[str, Any]:
    body = requests.patch(
        f"{base_url}/users/{user_id}/nodes/{node_id}", params={"resync": "BALANCE"}, headers=headers, timeout=100
    ).json()
    if body.get("error_code") != "0":
        raise SynapseError(body.get("http_code", ""), body.get("error_code", ""), body.get("error"))
    return body
