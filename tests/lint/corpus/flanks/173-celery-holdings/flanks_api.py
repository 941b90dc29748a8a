from __future__ import annotations

from typing import Any

import requests


class FlanksReply(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body)
        self.status = status
        self.body = body

    @property
    def error_code(self) -> int | None:
        code = self.body.get("error_code")
        return int(code) if str(code).isdigit() else None

    @property
    def text(self) -> str:
        return str(self.body.get("error") or self.body.get("message") or "")

    def __str__(self) -> str:
        return f"{self.status}/{self.error_code}: {self.text}"


def holdings(base_url: str, api_token: str, credentials_token: str) -> list[dict[str, Any]] | None:
    """The rows; None where the bank gave none (the page: a field that could not be had is null)."""
    response = requests.post(
        f"{base_url}/v0/bank/holdings",
        json={"credentials_token": credentials_token},
        headers={"Authorization": f"Bearer {api_token}"},
        timeout=(5, 60),
    )
    try:
        body = response.json()
    except ValueError:
        body = {"error": "not JSON"}
    if not isinstance(body, dict):
        body = {"error": "not an object"}
    if response.status_code == 200 and not {"error", "error_code"} & body.keys() and "holdings" in body:
        return body["holdings"]
    raise FlanksReply(response.status_code, body)
