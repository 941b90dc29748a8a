from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any


class Step(StrEnum):
    DONE = "done"
    EMPTY = "empty"
    ASK_LOGIN = "ask_login"
    FIX_INPUT = "fix_input"
    EXPIRED = "expired"
    PARKED = "parked"
    FAILED = "failed"


@dataclass(slots=True, kw_only=True)
class Outcome:
    step: Step
    data: dict[str, Any] = field(default_factory=dict)
    code: str | None = None
    advice: str | None = None
    text: str = ""

    def __bool__(self) -> bool:
        return self.step in (Step.DONE, Step.EMPTY)
