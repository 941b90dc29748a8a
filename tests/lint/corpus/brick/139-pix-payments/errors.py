"""Failures of the payment initiation API."""
from __future__ import annotations

from typing import Any


class BrickError(Exception):
    """Any reply that isn't a finished or accepted payment."""

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        self.code: str = body.get("code") or body.get("error") or ""
        detail = body.get("detail") or body.get("error_description") or body.get("message") or ""
        super().__init__(f"HTTP {status} {self.code}: {detail}")


class CircuitOpen(Exception):
    """We have stopped calling for a while; `last` is what Brick said before."""

    def __init__(self, name: str, last: BrickError | None, reopen_in: float) -> None:
        super().__init__(f"{name} is open for another {reopen_in:.0f} s, last failure: {last}")
        self.last = last
        self.code = last.code if last else ""
        self.reopen_in = reopen_in
