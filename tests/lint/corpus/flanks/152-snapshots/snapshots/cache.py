from __future__ import annotations

import json
import sqlite3
from typing import Any

DDL = """
CREATE TABLE IF NOT EXISTS snapshot (customer TEXT PRIMARY KEY, day TEXT, positions TEXT);
CREATE TABLE IF NOT EXISTS run (customer TEXT, day TEXT, state TEXT, code INTEGER, detail TEXT);
"""


class Cache:
    def __init__(self, path: str = ":memory:") -> None:
        self.db = sqlite3.connect(path)
        self.db.executescript(DDL)

    def put(self, customer: str, day: str, positions: list[dict[str, Any]]) -> None:
        with self.db:
            self.db.execute("REPLACE INTO snapshot VALUES (?, ?, ?)", (customer, day, json.dumps(positions)))

    def day_of(self, customer: str) -> str | None:
        row = self.db.execute("SELECT day FROM snapshot WHERE customer = ?", (customer,)).fetchone()
        return row[0] if row else None

    def log(self, customer: str, day: str, state: str, code: int | None, detail: str) -> None:
        with self.db:
            self.db.execute("INSERT INTO run VALUES (?, ?, ?, ?, ?)", (customer, day, state, code, detail))
