from __future__ import annotations

import sqlite3
from typing import Iterable

from flanks_api import Position


class PositionStore:
    def __init__(self, db: sqlite3.Connection) -> None:
        self.db = db

    def tokens(self) -> list[tuple[int, str]]:
        return self.db.execute("SELECT client_id, credentials_token FROM credential WHERE active = 1").fetchall()

    def replace(self, client_id: int, positions: Iterable[Position]) -> int:
        rows = [(client_id, p["isin"], p["quantity"], p["value"], p["currency"]) for p in positions]
        with self.db:
            self.db.execute("DELETE FROM position WHERE client_id = ?", (client_id,))
            self.db.executemany(
                "INSERT INTO position (client_id, isin, quantity, value, currency) VALUES (?, ?, ?, ?, ?)", rows
            )
        return len(rows)
