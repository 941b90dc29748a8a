from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass
class BankNode:
    user_id: str
    node_id: str
    status: str = "new"
    next_sync: datetime | None = None

    def due(self, now: datetime) -> bool:
        return not self.status.startswith("error:") and (self.next_sync is None or self.next_sync <= now)
