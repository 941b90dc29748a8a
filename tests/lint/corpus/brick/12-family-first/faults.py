"""Which exception a reply of Brick Bank stands for."""
from __future__ import annotations

from typing import Any


class Fault(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        super().__init__(status, body.get("code") or body.get("error"))
        self.status = status
        self.body = body


class OurMistake(Fault):
    pass


class MonthlyLimit(Fault):
    pass


class TooManySessions(Fault):
    pass


class TheirMistake(Fault):
    pass


def fault_for(status: int, body: dict[str, Any]) -> Fault:
    match status // 100, status:
        case 4, _:
            return OurMistake(status, body)
        case _, 423:
            return MonthlyLimit(status, body)
        case _, 429:
            return TooManySessions(status, body)
        case 5, _:
            return TheirMistake(status, body)
        case _:
            return Fault(status, body)
