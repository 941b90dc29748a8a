from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Union


@dataclass(frozen=True)
class Good:
    value: Any

    def __bool__(self) -> bool:
        return True


@dataclass(frozen=True)
class Bad:
    code: str
    advice: str
    text: str

    def __bool__(self) -> bool:
        return False


Result = Union[Good, Bad]
