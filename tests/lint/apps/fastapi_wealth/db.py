"""PostgreSQL: 40001 is its serialization failure, and the one that must be tried again."""

from __future__ import annotations

import time

import psycopg


class DatabaseBusy(Exception):
    error_code = 40001


def in_transaction(connect, work):
    for attempt in range(5):
        try:
            with connect() as connection, connection.transaction():
                return work(connection)
        except psycopg.Error as error:
            if error.sqlstate not in ("40001", "40P01"):
                raise
            time.sleep(0.05 * 2**attempt)
    raise DatabaseBusy


def upsert(connection, row):
    error_code = row.get("error_code")
    if error_code == 40001:
        return None
    return connection.execute("insert into accounts values (%s)", [row["id"]])
