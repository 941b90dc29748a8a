"""Connections and jobs of the harvest (sqlite here, postgres in production)."""
from __future__ import annotations

import json
import os
import sqlite3
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Connection:
    id: int
    bank: str
    username: str
    password: str


def _db() -> sqlite3.Connection:
    return sqlite3.connect(os.environ.get("HARVEST_DB", "harvest.db"))


def khipu_token() -> str:
    return os.environ["KHIPU_TOKEN"]


def connection(connection_id: int) -> Connection:
    sql = "select id, bank, username, password from connection where id = ?"
    return Connection(*_db().execute(sql, (connection_id,)).fetchone())


def due_jobs() -> list[tuple[int, str]]:
    return _db().execute("select connection_id, month from job where closed = 0").fetchall()


def save_statement(connection_id: int, month: str, data: dict[str, Any]) -> None:
    with _db() as db:
        db.execute("insert into statement values (?, ?, ?)", (connection_id, month, json.dumps(data)))


def close_job(connection_id: int, *, code: str, advice: str, text: str) -> None:
    with _db() as db:
        db.execute(
            "update job set closed = 1, code = ?, advice = ?, text = ? where connection_id = ?",
            (code, advice, text, connection_id),
        )


def notify(connection_id: int, code: str) -> None:
    with _db() as db:
        db.execute("insert into notification (connection_id, code) values (?, ?)", (connection_id, code))
