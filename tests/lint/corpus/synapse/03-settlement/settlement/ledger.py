from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Ledger:
    settled: dict[str, str] = field(default_factory=dict)
    rejected: dict[str, str] = field(default_factory=dict)
    blocked: dict[str, str] = field(default_factory=dict)
    next_run: list[str] = field(default_factory=list)

    def settle(self, invoice: str, transaction_id: str) -> None:
        self.settled[invoice] = transaction_id

    def reject(self, invoice: str, reason: str) -> None:
        self.rejected[invoice] = reason

    def block(self, invoice: str, reason: str) -> None:
        self.blocked[invoice] = reason
