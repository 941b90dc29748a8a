"""Failures reported by Khipu, by family."""
from __future__ import annotations

from typing import Any


class KhipuFailure(Exception):
    def __init__(self, code: str, advice: str, description: str, operation: str | None) -> None:
        super().__init__(f"{code} ({advice}): {description}")
        self.code = code
        self.advice = advice
        self.description = description
        self.operation = operation


class TokenRejected(KhipuFailure):
    pass


class LogonFailure(KhipuFailure):
    pass


class TargetUnavailable(KhipuFailure):
    pass


class NothingFound(KhipuFailure):
    pass


class BadRequest(KhipuFailure):
    pass


_FAMILIES: tuple[tuple[str, type[KhipuFailure]], ...] = (
    ("A0", TokenRejected),
    ("E1", LogonFailure),
    ("E2", TargetUnavailable),
    ("E3", NothingFound),
    ("E4", BadRequest),
    ("E5", KhipuFailure),
    ("E9", KhipuFailure),
    ("E0", KhipuFailure),
    ("P0", BadRequest),
)

FAMILIES = dict(_FAMILIES)


def failure_for(body: dict[str, Any]) -> KhipuFailure | None:
    error = body.get("Error")
    if not error:
        return None
    family = FAMILIES.get(error["Code"][:2])
    if family is None:
        return None
    return family(error["Code"], error["Type"], error["Description"], body.get("OperationId"))
