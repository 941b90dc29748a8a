from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class ReportRequestDto:
    link_id: str
    products: tuple[str, ...] = ("checking", "savings")

    def to_payload(self) -> dict[str, Any]:
        return {"linkId": self.link_id, "products": list(self.products)}


@dataclass(frozen=True)
class ReportResponseDto:
    link_id: str
    reports: tuple[dict[str, Any], ...] = field(default_factory=tuple)

    @property
    def total_balance(self) -> float:
        return sum(float(r.get("balance") or 0) for r in self.reports)
