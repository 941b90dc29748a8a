from __future__ import annotations

from typing import Any

import httpx


class RefreshProblem(Exception):
    def __init__(self, http_code: str, error_code: str, body: dict[str, Any]) -> None:
        super().__init__(f"refresh: {http_code}/{error_code}")
        self.http_code = http_code
        self.error_code = error_code
        self.body = body


def refresh(client: httpx.Client, user_id: str, node_id: str) -> float | None:
    body = client.patch(f"/users/{user_id}/nodes/{node_id}", params={"resync": "BALANCE"}).json()
    match body:
        case {"error_code": "0"}:
            return body.get("info", {}).get("balance", {}).get("amount")
        case {"error_code": str(error_code), "http_code": str(http_code)}:
            raise RefreshProblem(http_code, error_code, body)
        case _:
            raise RefreshProblem("", "", body)
