"""Movements of an account at another bank, for the payroll portability desk."""
from __future__ import annotations

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from gateway import KhipuGateway, RetryTemplate

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class BankLogin:
    username: str
    password: str

    def __repr__(self) -> str:
        return f"BankLogin({self.username[:3]}…)"


@dataclass(frozen=True)
class Movement:
    date: str
    amount: Decimal
    description: str

    @classmethod
    def from_wire(cls, row: Mapping[str, Any]) -> "Movement":
        return cls(str(row.get("Date", "")), Decimal(str(row.get("Amount", 0))), str(row.get("Description", "")))


class MovementService:
    def __init__(self, gateway: KhipuGateway, retry_template: RetryTemplate | None = None) -> None:
        self._gateway = gateway
        self._retry_template = retry_template or RetryTemplate()

    def movements_of(self, bank: str, login: BankLogin) -> list[Movement]:
        fields = {"Username": login.username, "Password": login.password}
        data = self._retry_template.execute(lambda: self._gateway.invoke(f"banks/{bank}/movements", fields))
        movements = [Movement.from_wire(row) for row in data.get("Movements", [])]
        log.info("%s: %d movements for %r", bank, len(movements), login)
        return movements
