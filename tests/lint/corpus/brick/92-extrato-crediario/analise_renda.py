"""Renda estimada de quem pede crediário, a partir do extrato de outra instituição."""
from __future__ import annotations

import statistics
from collections import defaultdict
from dataclasses import dataclass
from decimal import Decimal
from typing import Protocol

from brick import BrickBank, ConsentimentoPerdido


@dataclass(frozen=True, slots=True)
class Renda:
    proposta: str
    mediana: Decimal
    meses: int


class Propostas(Protocol):
    def consentimento(self, proposta: str) -> str: ...
    def pedir_novo_consentimento(self, proposta: str, motivo: str) -> None: ...
    def gravar_renda(self, renda: Renda) -> None: ...


class PropostasEmMemoria:
    def __init__(self, consentimentos: dict[str, str]) -> None:
        self._consentimentos = consentimentos
        self.pedidos: list[tuple[str, str]] = []
        self.rendas: list[Renda] = []

    def consentimento(self, proposta: str) -> str:
        return self._consentimentos[proposta]

    def pedir_novo_consentimento(self, proposta: str, motivo: str) -> None:
        self.pedidos.append((proposta, motivo))

    def gravar_renda(self, renda: Renda) -> None:
        self.rendas.append(renda)


class AnaliseRenda:
    def __init__(self, brick: BrickBank, propostas: Propostas) -> None:
        self._brick = brick
        self._propostas = propostas

    def executar(self, proposta: str) -> Renda | None:
        consent_id = self._propostas.consentimento(proposta)
        try:
            corpo = self._brick.consultar("accounts/v1/transactions", consent_id)
        except ConsentimentoPerdido as exc:
            self._propostas.pedir_novo_consentimento(proposta, str(exc))
            return None
        entradas: dict[str, Decimal] = defaultdict(Decimal)
        for lancamento in corpo["data"]:
            if lancamento["creditDebitType"] == "CREDITO":
                entradas[lancamento["transactionDate"][:7]] += Decimal(lancamento["amount"])
        mediana = statistics.median(entradas.values()) if entradas else Decimal()
        renda = Renda(proposta, mediana, len(entradas))
        self._propostas.gravar_renda(renda)
        return renda
