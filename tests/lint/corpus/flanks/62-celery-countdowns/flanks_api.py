from __future__ import annotations

from typing import Any

import requests


class FlanksError(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body

    @property
    def code(self) -> int | None:
        value = self.body.get("error_code")
        return value if isinstance(value, int) else None


def post(path: str, token: str, payload: dict[str, Any], base_url: str = "https://api.flanks.io") -> dict[str, Any]:
    with requests.Session() as session:
        response = session.post(
            base_url + path, json=payload, headers={"Authorization": f"Bearer {token}"}, timeout=(5, 60)
        )
    body = response.json()
    if response.status_code != 200 or "error_code" in body:
        raise FlanksError(response.status_code, body)
    return body
