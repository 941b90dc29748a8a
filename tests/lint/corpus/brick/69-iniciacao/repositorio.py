from __future__ import annotations

import sqlite3

from dominio import Pagamento


class RepositorioPagamentos:
    def __init__(self, conexao: sqlite3.Connection) -> None:
        self.conexao = conexao

    def guardar(self, pagamento: Pagamento) -> None:
        with self.conexao:
            self.conexao.execute(
                """
                INSERT INTO pagamento (pedido, valor, consent_id, payment_id, status)
                VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (pedido) DO UPDATE
                   SET payment_id = excluded.payment_id, status = excluded.status
                """,
                (
                    pagamento.pedido,
                    str(pagamento.valor),
                    pagamento.consent_id,
                    pagamento.payment_id,
                    pagamento.status,
                ),
            )

    def marcar(self, pedido: str, status: str, motivo: str) -> None:
        with self.conexao:
            self.conexao.execute(
                "UPDATE pagamento SET status = ?, motivo = ? WHERE pedido = ?", (status, motivo, pedido)
            )
