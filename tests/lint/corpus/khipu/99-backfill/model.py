from __future__ import annotations

import enum
from typing import Any

import attrs


class Advice(str, enum.Enum):
    NEVER = "DO_NOT_RETRY"
    NOW = "RETRY_IMMEDIATELY"
    IN_4_HOURS = "WAIT_4_HOURS_BEFORE_RETRY"


@attrs.frozen
class Trouble:
    code: str
    advice: Advice | None
    text: str

    @classmethod
    def parse(cls, raw: dict[str, str]) -> Trouble:
        try:
            advice = Advice(raw["Type"])
        except ValueError:
            advice = None
        return cls(raw["Code"], advice, raw["Description"])

    @property
    def nothing_there(self) -> bool:
        return self.code[0] == "E" and 300 <= int(self.code[1:]) <= 399

    @property
    def stops_everything(self) -> bool:
        login = self.code[0] == "E" and 100 <= int(self.code[1:]) <= 199
        return self.code == "A000" or login


@attrs.define
class Month:
    """One line of the checkpoint."""

    state: str = "todo"
    code: str | None = None
    detail: str = ""
    not_before: float = 0.0
    rows: int = 0

    @classmethod
    def load(cls, raw: dict[str, Any]) -> Month:
        return cls(**raw)
