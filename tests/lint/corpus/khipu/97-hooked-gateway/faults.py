from __future__ import annotations

from enum import StrEnum
from typing import Any


class Advice(StrEnum):
    STOP = "DO_NOT_RETRY"
    NOW = "RETRY_IMMEDIATELY"
    LATER = "WAIT_4_HOURS_BEFORE_RETRY"


class KhipuFault(Exception):
    def __init__(self, code: str, advice: Advice, description: str) -> None:
        super().__init__(f"{code}: {description}")
        self.code = code
        self.advice = advice
        self.description = description


class RelinkRequired(KhipuFault):
    """The account owner has to sign in again at the bank."""


def build_fault(document: dict[str, Any]) -> KhipuFault:
    error = document.get("Error") or {}
    code = error.get("Code", "E000")
    advice = Advice(error.get("Action", "RETRY_IMMEDIATELY"))
    description = error.get("Description", "")
    if "blocked" in description.lower() or "invalid credentials" in description.lower():
        return RelinkRequired(code, Advice.STOP, description)
    return KhipuFault(code, advice, description)
