"""Asynchronous operations: start, and collect what the scraper has found."""
from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Any

INTERIM = ("D000", "T000")


@dataclass(frozen=True)
class Operation:
    id: str
    rows: tuple[dict[str, Any], ...]


class OperationFailed(Exception):
    def __init__(self, operation_id: str, error: dict[str, str]) -> None:
        super().__init__(f"{operation_id}: {error['Code']} {error['Type']}")
        self.operation_id = operation_id
        self.error = error


class Operations:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self.base_url = base_url
        self.token = token

    def _get(self, operation_id: str) -> dict[str, Any]:
        request = urllib.request.Request(
            f"{self.base_url}/v1/operations/{operation_id}",
            headers={"Authorization": f"Bearer {self.token}", "Accept": "application/json"},
        )
        try:
            with urllib.request.urlopen(request, timeout=30) as response:
                return json.loads(response.read())
        except urllib.error.HTTPError as exc:
            return json.loads(exc.read())

    def collect(self, operation_id: str) -> Operation:
        body = self._get(operation_id)
        error = body["Error"]
        if error is not None and error["Code"] not in INTERIM:
            raise OperationFailed(operation_id, error)
        rows = (body["Data"] or {}).get("Movements", [])
        return Operation(operation_id, tuple(rows))
