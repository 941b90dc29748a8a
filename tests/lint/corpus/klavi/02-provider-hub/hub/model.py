from __future__ import annotations

import datetime as dt
import enum
from typing import NamedTuple, Optional, Protocol, Union


class Who(enum.Enum):
    USER = "user"
    OPS = "ops"
    BANK = "bank"


class Ready(NamedTuple):
    rows: list
    gaps: Optional[str] = None      # shown next to the figures


class Later(NamedTuple):
    wait: dt.timedelta
    code: str
    text: str


class Stuck(NamedTuple):
    who: Who
    code: str
    text: str


Result = Union[Ready, Later, Stuck]


class Provider(Protocol):
    def pull(self, customer: str) -> Result: ...
