from __future__ import annotations

from typing import Any

import requests

BASE_URL = "https://api.klavi.ai"


class KlaviError(Exception):
    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(f"[{code}] {message}")
        self.errno = code
        self.message = message


def login(token: str, payload: dict[str, Any], base_url: str = BASE_URL) -> dict[str, Any]:
    r = requests.post(
        f"{base_url}/open-data/v1/login",
        json=payload,
        headers={"Authorization": f"Bearer {token}"},
        timeout=45,
    )
    body = r.json()
    if body["code"] == 200:
        return body["data"]
    raise KlaviError(body["code"], body.get("message", ""))
