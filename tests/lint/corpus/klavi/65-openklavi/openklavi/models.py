from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any


class Caveat(enum.IntEnum):
    """Codes that deliver data, though not all of it."""

    EXTRA_AUTHORIZATION = 201
    MISSING_TRANSACTIONS = 202
    MISSING_CPF = 203


@dataclass(frozen=True, slots=True)
class Report:
    data: Any
    caveats: frozenset[Caveat] = frozenset()

    @property
    def complete(self) -> bool:
        return not self.caveats
