from __future__ import annotations

from typing import Any


class KhipuFailure(Exception):
    __slots__ = ("code", "description", "operation_id", "type")

    def __init__(self, body: dict[str, Any]) -> None:
        error = body["Error"]
        self.operation_id: str | None = body.get("OperationId")
        self.code: str = error["Code"]
        self.type: str = error["Type"]
        self.description: str = error["Description"]
        super().__init__(f"{self.operation_id}: {self.code} {self.type}")
