from __future__ import annotations

import sqlite3
from abc import ABC, abstractmethod
from typing import Generic, TypeVar

E = TypeVar("E")
K = TypeVar("K")


class SqliteRepository(ABC, Generic[K, E]):
    ddl: str

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        with self.connection:
            self.connection.execute(self.ddl)

    @abstractmethod
    def find(self, key: K) -> E | None: ...

    @abstractmethod
    def upsert(self, key: K, entity: E) -> None: ...


class CooldownRepository(SqliteRepository[tuple[str, str], tuple[float, int]]):
    ddl = "create table if not exists cooldown (cpf, bank, until real, code int, primary key (cpf, bank))"

    def find(self, key: tuple[str, str]) -> tuple[float, int] | None:
        return self.connection.execute(
            "select until, code from cooldown where cpf = ? and bank = ?", key
        ).fetchone()

    def upsert(self, key: tuple[str, str], entity: tuple[float, int]) -> None:
        with self.connection:
            self.connection.execute("insert or replace into cooldown values (?, ?, ?, ?)", (*key, *entity))
