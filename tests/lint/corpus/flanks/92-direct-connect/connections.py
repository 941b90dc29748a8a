from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Dict, List


@dataclass
class Connection:
    customer_id: str
    bank: str
    credentials_token: str
    active: bool
    since: dt.datetime


class ConnectionRepository:
    """In-memory version; the SQL one has the same methods."""

    def __init__(self) -> None:
        self._rows: Dict[str, List[Connection]] = {}

    def add(self, connection: Connection) -> None:
        self._rows.setdefault(connection.customer_id, []).append(connection)

    def active(self, customer_id: str) -> List[Connection]:
        return [row for row in self._rows.get(customer_id, []) if row.active]
