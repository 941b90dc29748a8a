from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Entry:
    cpf: str
    state: str = "new"
    code: int | None = None
    rows: tuple[dict[str, Any], ...] = ()


@dataclass
class Journal:
    entries: list[Entry] = field(default_factory=list)

    def write(self, entry: Entry, **changes: Any) -> Entry:
        written = replace(entry, **changes)
        self.entries.append(written)
        return written


Handler = Callable[[Entry, dict[str, Any]], Entry]
