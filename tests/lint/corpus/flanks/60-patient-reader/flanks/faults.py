from __future__ import annotations

from typing import Any

PROCESSING = 20002
BANK_ERROR = 50001


class Fault(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(f"{status}: {body}")
        self.status = status
        self.body = body
        self.code = body.get("error_code")


def worth_waiting(exc: BaseException) -> bool:
    """Only what passes by itself."""
    return isinstance(exc, Fault) and exc.code in (PROCESSING, BANK_ERROR)
