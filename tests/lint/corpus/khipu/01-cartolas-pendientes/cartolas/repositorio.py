from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

ESQUEMA = """
create table if not exists pedido (
    id integer primary key, rut text, mes text, estado text not null default 'nuevo',
    no_antes_de text not null default '', datos text
)
"""


class Pedido(NamedTuple):
    id: int
    rut: str
    mes: str


class Repositorio:
    def __init__(self, ruta: str = ":memory:") -> None:
        self.con = sqlite3.connect(ruta)
        self.con.execute(ESQUEMA)

    def agregar(self, rut: str, mes: str) -> None:
        with self.con:
            self.con.execute("insert into pedido (rut, mes) values (?, ?)", (rut, mes))

    def vencidos(self, ahora: datetime) -> Iterator[Pedido]:
        filas = self.con.execute(
            "select id, rut, mes from pedido where (estado = 'nuevo' or estado like 'espera:%') and no_antes_de <= ?",
            (ahora.isoformat(),),
        ).fetchall()
        yield from map(Pedido._make, filas)

    def marcar(self, pedido: Pedido, estado: str, *, no_antes_de: datetime | None = None, datos: str | None = None) -> None:
        with self.con:
            self.con.execute(
                "update pedido set estado = ?, no_antes_de = ?, datos = ? where id = ?",
                (estado, no_antes_de.isoformat() if no_antes_de else "", datos, pedido.id),
            )

    def estados(self) -> dict[int, str]:
        return dict(self.con.execute("select id, estado from pedido"))
