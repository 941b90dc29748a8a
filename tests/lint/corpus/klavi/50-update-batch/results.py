from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Iterable


class Exit(IntEnum):
    OK = 0
    SOME_FAILED = 1
    NETWORK = 69       # EX_UNAVAILABLE
    CONFIG = 78        # EX_CONFIG


@dataclass(frozen=True)
class Row:
    key: str
    code: int | None           # None: nothing came back, or it was never sent
    text: str

    @property
    def updated(self) -> bool:
        return self.code == 200

    def __str__(self) -> str:
        shown = "-" if self.code is None else self.code
        return f"{self.key}\t{shown}\t{self.text}"


@dataclass
class Summary:
    rows: list[Row] = field(default_factory=list)

    def extend(self, rows: Iterable[Row]) -> None:
        self.rows.extend(rows)

    @property
    def by_code(self) -> Counter:
        return Counter(row.code for row in self.rows)

    def exit_code(self, account_codes: frozenset[int]) -> Exit:
        if all(row.updated for row in self.rows):
            return Exit.OK
        if any(row.code in account_codes for row in self.rows):
            return Exit.CONFIG
        if all(row.code is None for row in self.rows if not row.updated):
            return Exit.NETWORK
        return Exit.SOME_FAILED
