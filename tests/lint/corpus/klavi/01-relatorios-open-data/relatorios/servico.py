from __future__ import annotations

import logging
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Protocol

from .cliente import KlaviErro, Relatorio
from .codigos import Providencia

log = logging.getLogger("relatorios")


class Fonte(Protocol):
    def relatorio(self, cpf: str) -> Relatorio: ...


@dataclass(slots=True)
class Ficha:
    cpf: str
    situacao: str
    dados: Any = None
    observacao: str | None = None


@dataclass(slots=True)
class Lote:
    fichas: list[Ficha] = field(default_factory=list)
    contagem: Counter[str] = field(default_factory=Counter)

    def inclui(self, ficha: Ficha) -> Ficha:
        self.fichas.append(ficha)
        self.contagem[ficha.situacao] += 1
        return ficha


class ServicoRelatorios:
    def __init__(self, fonte: Fonte) -> None:
        self.fonte = fonte

    def busca(self, cpfs: list[str]) -> Lote:
        lote = Lote()
        for cpf in cpfs:
            ficha = lote.inclui(self._um(cpf))
            log.info("cpf ***%s: %s", cpf[-3:], ficha.situacao)
        return lote

    def _um(self, cpf: str) -> Ficha:
        try:
            relatorio = self.fonte.relatorio(cpf)
        except KlaviErro as erro:
            situacao = "sem_conta" if erro.codigo == 405 else "apagado" if erro.codigo == 430 else erro.providencia.value
            if erro.providencia is Providencia.ABRIR_CHAMADO:
                log.error("%s", erro)
            return Ficha(cpf, situacao, observacao=str(erro))
        return Ficha(cpf, "parcial" if relatorio.ressalva else "completo", relatorio.dados, relatorio.ressalva)
