from __future__ import annotations

import json
import sqlite3
from dataclasses import asdict, dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")


@dataclass
class Job:
    key: str
    rut: str
    password: str
    month: str
    attempts: int = 0
    not_before: float = 0.0
    state: str = "queued"


@dataclass
class Statement:
    key: str
    rows: list[dict[str, Any]] = field(default_factory=list)


class Repository(Generic[T]):
    def __init__(self, db: sqlite3.Connection, table: str, model: type[T]) -> None:
        self._db, self._table, self._model = db, table, model
        db.execute(f"create table if not exists {table} (key text primary key, doc text)")

    def save(self, item: T) -> T:
        doc = asdict(item)  # type: ignore[call-overload]
        self._db.execute(
            f"insert or replace into {self._table} values (?, ?)", (doc["key"], json.dumps(doc))
        )
        self._db.commit()
        return item

    def get(self, key: str) -> T | None:
        row = self._db.execute(f"select doc from {self._table} where key = ?", (key,)).fetchone()
        return self._model(**json.loads(row[0])) if row else None

    def all(self) -> list[T]:
        rows = self._db.execute(f"select doc from {self._table}").fetchall()
        return [self._model(**json.loads(doc)) for (doc,) in rows]
