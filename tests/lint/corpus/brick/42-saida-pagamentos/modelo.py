from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from datetime import datetime

_SQL = """
create table if not exists saida (
    chave text primary key,
    payload text not null,
    estado text not null default 'pendente',
    enviar_em text,
    falhas_50x integer not null default 0,
    falhas_terceiro integer not null default 0,
    resultado text
)
"""


class Saida:
    def __init__(self, caminho: str = ":memory:") -> None:
        self.db = sqlite3.connect(caminho)
        self.db.row_factory = sqlite3.Row
        self.db.execute(_SQL)

    def nova(self, chave: str, payload: dict, agora: datetime) -> None:
        with self.db:
            self.db.execute(
                "insert into saida (chave, payload, enviar_em) values (?, ?, ?)",
                (chave, json.dumps(payload), agora.isoformat()),
            )

    def prontas(self, agora: datetime) -> Iterator[sqlite3.Row]:
        yield from self.db.execute(
            "select * from saida where estado = 'pendente' and enviar_em <= ?", (agora.isoformat(),)
        ).fetchall()

    def adiar(self, chave: str, contador: str, enviar_em: datetime) -> None:
        assert contador in ("falhas_50x", "falhas_terceiro")
        with self.db:
            self.db.execute(
                f"update saida set enviar_em = ?, {contador} = {contador} + 1 where chave = ?",
                (enviar_em.isoformat(), chave),
            )

    def encerrar(self, chave: str, estado: str, resultado: dict) -> None:
        with self.db:
            self.db.execute(
                "update saida set estado = ?, enviar_em = null, resultado = ? where chave = ?",
                (estado, json.dumps(resultado, ensure_ascii=False), chave),
            )

    def tudo(self) -> dict[str, tuple[str, str | None, str | None]]:
        linhas = self.db.execute("select * from saida")
        return {x["chave"]: (x["estado"], x["enviar_em"], x["resultado"]) for x in linhas}
