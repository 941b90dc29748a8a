"""Links and their state. The status column is 'ok' or 'error:<code>:<type>'."""
from __future__ import annotations

import json
import sqlite3
from typing import Iterator, NamedTuple


class Link(NamedTuple):
    id: int
    bank: str
    username: str
    status: str


class Store:
    def __init__(self, path: str = ":memory:") -> None:
        self.db = sqlite3.connect(path)
        self.db.execute("create table if not exists link (id integer, bank text, username text, status text)")
        self.db.execute("create table if not exists movement (link integer, body text)")

    def add(self, id: int, bank: str, username: str) -> None:
        self.db.execute("insert into link values (?, ?, ?, 'new')", (id, bank, username))

    def save_movements(self, id: int, movements: list[dict]) -> None:
        rows = [(id, json.dumps(movement)) for movement in movements]
        self.db.executemany("insert into movement values (?, ?)", rows)

    def set_status(self, id: int, status: str) -> None:
        self.db.execute("update link set status = ? where id = ?", (status, id))

    def links(self) -> Iterator[Link]:
        yield from map(Link._make, self.db.execute("select id, bank, username, status from link order by id"))
