"""Pension contributions through Khipu."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from base import Service


@dataclass(frozen=True)
class Contribution:
    month: str
    amount: Decimal
    employer: str

    @classmethod
    def from_json(cls, raw: dict[str, Any]) -> "Contribution":
        return cls(raw["Month"], Decimal(str(raw["Amount"])), raw["Employer"])


class Pensions(Service):
    host = "https://api.khipu.com"
    timeout = 120.0

    def contributions(self, rut: str, password: str) -> list[Contribution]:
        reply = self.post("/v1/cl/services/previred.com/contributions", Username=rut, Password=password)
        rows = (reply.get("Data") or {}).get("Contributions") or []
        return [Contribution.from_json(row) for row in rows]
