"""Requests to Khipu; every reply that isn't OK becomes OperationFailed."""
from __future__ import annotations

from typing import Any

import requests

BASE = "https://api.khipu.com/v1/cl"


class OperationFailed(Exception):
    def __init__(self, code: str, advice: str, description: str, operation_id: str = "") -> None:
        super().__init__(code, advice, description, operation_id)
        self.code = code
        self.advice = advice
        self.description = description
        self.operation_id = operation_id

    def __str__(self) -> str:
        return f"{self.operation_id}: {self.code} ({self.advice}) {self.description}"


def run(token: str, service: str, payload: dict[str, Any], *, base: str = BASE) -> dict[str, Any]:
    response = requests.post(
        f"{base}/{service}", json=payload, headers={"Authorization": f"Bearer {token}"}, timeout=(5, 240)
    )
    response_body = response.json()
    if response_body.get("Status") == "OK":
        return response_body["Data"]
    error = response_body.get("Error") or {}
    raise OperationFailed(
        error.get("Code", ""),
        error.get("Type", ""),
        error.get("Description", f"HTTP {response.status_code}"),
        response_body.get("OperationId") or "",
    )
