"""Movements of the last 90 days."""
from __future__ import annotations

from typing import Any

import requests
from tenacity import retry, stop_after_attempt, wait_exponential


class KhipuError(Exception):
    def __init__(self, error: dict[str, str], operation_id: str) -> None:
        super().__init__(f"{error['Code']}/{error['Type']} in operation {operation_id}")
        self.error = error
        self.operation_id = operation_id

    @property
    def code(self) -> str:
        return self.error["Code"]

    @property
    def type(self) -> str:
        return self.error["Type"]


class KhipuApi:
    BASE = "https://api.khipu.com/v1/cl"

    def __init__(self, jwt: str, base: str | None = None) -> None:
        self.base = base or self.BASE
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + jwt

    def post(self, path: str, payload: dict[str, Any]) -> Any:
        reply = self.session.post(f"{self.base}/{path}", json=payload, timeout=150).json()
        if reply["Status"] != "OK":
            raise KhipuError(reply["Error"], reply.get("OperationId", ""))
        return reply["Data"]

    @retry(stop=stop_after_attempt(4), wait=wait_exponential(multiplier=1, max=20), reraise=True)
    def movements(self, bank: str, rut: str, password: str) -> list[dict[str, Any]]:
        data = self.post(f"banking/personal/{bank}/movements", {"Username": rut, "Password": password})
        return data["Movements"]

    def logout(self) -> None:
        self.session.close()
