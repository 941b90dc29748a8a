"""Fechamento do dia: baixa as transações de cada consentimento ativo."""
from __future__ import annotations

import logging
import time
from dataclasses import dataclass, field
from decimal import Decimal

from transacoes import Indisponivel, Transacoes

registro = logging.getLogger("fechamento")

RODADAS = 4
INTERVALO = 90.0


@dataclass
class Fechamento:
    entradas: Decimal = Decimal(0)
    saidas: Decimal = Decimal(0)
    linhas: int = 0
    contas: list[str] = field(default_factory=list)

    def lancar(self, transacao: dict) -> None:
        valor = Decimal(str(transacao["amount"]))
        self.linhas += 1
        if transacao.get("creditDebitType") == "DEBITO":
            self.saidas += valor
        else:
            self.entradas += valor


def _baixar(api: Transacoes, conta: str, consent_id: str) -> list[dict]:
    rodada = 1
    while True:
        try:
            return list(api.todas(conta, consent_id))
        except Indisponivel as erro:
            if rodada == RODADAS:
                raise
            registro.warning("conta %s, rodada %d: %s", conta, rodada, erro)
        time.sleep(INTERVALO)
        rodada += 1


def fechar(api: Transacoes, contas: dict[str, str]) -> Fechamento:
    fechamento = Fechamento()
    for conta, consent_id in contas.items():
        for transacao in _baixar(api, conta, consent_id):
            fechamento.lancar(transacao)
        fechamento.contas.append(conta)
    return fechamento
