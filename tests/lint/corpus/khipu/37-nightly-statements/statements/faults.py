from __future__ import annotations

import re
from typing import Any, Self

_NOTHING_THERE = re.compile(r"E3\d\d")


class KhipuFault(Exception):
    def __init__(self, code: str, advice: str, description: str, operation: str | None) -> None:
        super().__init__(f"{code} ({advice}): {description}")
        self.code = code
        self.advice = advice
        self.description = description
        self.operation = operation

    @classmethod
    def of(cls, doc: dict[str, Any]) -> Self:
        error = doc["Error"]
        kind = NoStatement if _NOTHING_THERE.fullmatch(error["Code"]) else KhipuFault
        return kind(error["Code"], error["Type"], error["Description"], doc.get("OperationId"))


class NoStatement(KhipuFault):
    """The bank answered, but has nothing for that month."""
