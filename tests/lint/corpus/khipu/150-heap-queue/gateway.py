"""The only module that speaks HTTP."""
from __future__ import annotations

from typing import Any

import requests

from settings import Settings


class OperationFailed(Exception):
    """`Status` was not OK; the fields are Khipu's `Error` object."""

    def __init__(self, operation: str, code: str, kind: str, text: str) -> None:
        super().__init__(f"{operation}: {code}/{kind} {text}")
        self.operation = operation
        self.code = code
        self.kind = kind
        self.text = text


class BadGateway(Exception):
    """Something between us and Khipu answered, not Khipu itself."""


class Gateway:
    def __init__(self, settings: Settings) -> None:
        self._base = settings.base_url.rstrip("/")
        self._session = requests.Session()
        self._session.headers["Authorization"] = f"Bearer {settings.token}"

    def statement(self, bank: str, month: str) -> list[dict[str, Any]]:
        response = self._session.post(
            f"{self._base}/v1/cl/banks/{bank}/statements", json={"Month": month}, timeout=(5, 150)
        )
        try:
            reply = response.json()
        except ValueError as exc:
            raise BadGateway(f"HTTP {response.status_code} without JSON") from exc
        if not isinstance(reply, dict):
            raise BadGateway(f"HTTP {response.status_code} with a {type(reply).__name__}")
        if reply.get("Status") == "OK" and reply.get("Error") is None:
            return (reply.get("Data") or {}).get("Movements", [])
        error = reply.get("Error") or {}
        raise OperationFailed(
            str(reply.get("OperationId")),
            error.get("Code", ""),
            error.get("Type", ""),
            error.get("Description", ""),
        )
