from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from movements import BankUnavailable, Movements


@dataclass
class Robot:
    movements: Movements
    skipped: list[str] = field(default_factory=list)

    def reconcile(self, bank: str, rut: str, password: str) -> int:
        first = dt.date.today().replace(day=1)
        try:
            return len(self.movements.month(bank, rut, password, first))
        except BankUnavailable as exc:
            self.skipped.append(str(exc))
            raise
