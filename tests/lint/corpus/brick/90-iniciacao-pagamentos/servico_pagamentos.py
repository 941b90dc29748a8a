from __future__ import annotations

import logging
import uuid
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum

from cliente_brick import ClienteBrick
from erros_brick import AguardandoAprovadores, ConsentimentoEncerrado, ErroBrick, OutraInstituicaoIndisponivel

logger = logging.getLogger(__name__)

PAUSA_INSTITUICAO = timedelta(minutes=10)
MAXIMO_DE_RODADAS = 3


class Situacao(Enum):
    NOVO = "novo"
    ENVIADO = "enviado"
    ADIADO = "adiado"
    AGUARDANDO_APROVACAO = "aguardando_aprovacao"
    RECUSADO = "recusado"


@dataclass
class Pagamento:
    consent_id: str
    valor: Decimal
    chave: str = field(default_factory=lambda: str(uuid.uuid4()))
    situacao: Situacao = Situacao.NOVO
    rodadas: int = 0
    nao_antes_de: datetime | None = None
    erro: str | None = None


class RepositorioPagamentos:
    def __init__(self) -> None:
        self._linhas: dict[str, Pagamento] = {}

    def salvar(self, pagamento: Pagamento) -> None:
        self._linhas[pagamento.chave] = pagamento

    def pendentes(self, agora: datetime) -> list[Pagamento]:
        return [
            p for p in self._linhas.values()
            if p.situacao is Situacao.NOVO
            or (p.situacao is Situacao.ADIADO and p.nao_antes_de is not None and p.nao_antes_de <= agora)
        ]


class ServicoPagamentos:
    def __init__(self, cliente: ClienteBrick, repositorio: RepositorioPagamentos) -> None:
        self._cliente = cliente
        self._repositorio = repositorio

    def processar_pendentes(self) -> list[Pagamento]:
        lote = self._repositorio.pendentes(datetime.now(timezone.utc))
        for pagamento in lote:
            self.processar(pagamento)
        return lote

    def processar(self, pagamento: Pagamento) -> Pagamento:
        pagamento.rodadas += 1
        try:
            self._cliente.iniciar_pagamento(
                pagamento.consent_id, pagamento.chave, {"amount": f"{pagamento.valor:.2f}", "currency": "BRL"}
            )
        except OutraInstituicaoIndisponivel as erro:
            if pagamento.rodadas < MAXIMO_DE_RODADAS:
                pagamento.nao_antes_de = datetime.now(timezone.utc) + PAUSA_INSTITUICAO
                self._anotar(pagamento, Situacao.ADIADO, erro)
            else:
                self._anotar(pagamento, Situacao.RECUSADO, erro)
        except AguardandoAprovadores as erro:
            self._anotar(pagamento, Situacao.AGUARDANDO_APROVACAO, erro)
        except ConsentimentoEncerrado as erro:
            self._anotar(pagamento, Situacao.RECUSADO, erro)
        except ErroBrick as erro:
            self._anotar(pagamento, Situacao.RECUSADO, erro)
            raise
        else:
            pagamento.situacao, pagamento.erro = Situacao.ENVIADO, None
            self._repositorio.salvar(pagamento)
        return pagamento

    def _anotar(self, pagamento: Pagamento, situacao: Situacao, erro: ErroBrick) -> None:
        logger.error("pagamento %s: %s", pagamento.chave, erro)
        pagamento.situacao, pagamento.erro = situacao, str(erro)
        self._repositorio.salvar(pagamento)
