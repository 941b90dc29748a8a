from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Any


class Advice(str, enum.Enum):
    STOP = "DO_NOT_RETRY"
    NOW = "RETRY_IMMEDIATELY"
    HOURS = "WAIT_4_HOURS_BEFORE_RETRY"


class KhipuError(Exception):
    """The provider answered Status=ERROR; carries the three members of Error as sent."""

    def __init__(self, error: Mapping[str, Any], operation_id: str | None = None) -> None:
        self.code: str = error["Code"]
        self.type: str = error["Type"]
        self.description: str = error["Description"]
        self.operation_id = operation_id
        super().__init__(f"[{self.code}/{self.type}] {self.description}")

    def is_a(self, advice: Advice) -> bool:
        return self.type == advice.value
