from __future__ import annotations

from typing import Any

from advice import Advice


class OperationFailed(Exception):
    """Status=ERROR. Keeps the reply as it came."""

    def __init__(self, reply: dict[str, Any]) -> None:
        error = reply.get("Error") or {}
        self.reply = reply
        self.code = error.get("Code")
        self.advice = Advice.of(error.get("Type"))
        super().__init__(f"{reply.get('OperationId')}: {self.code} ({error.get('Type')}) {error.get('Description')}")
