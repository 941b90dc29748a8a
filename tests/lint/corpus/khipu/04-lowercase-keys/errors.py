from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ErrorInfo:
    code: str
    type: str
    description: str


class BankApiError(Exception):
    def __init__(self, info: ErrorInfo) -> None:
        super().__init__(info)
        self.info = info

    @property
    def final(self) -> bool:
        return self.info.type == "DO_NOT_RETRY"
