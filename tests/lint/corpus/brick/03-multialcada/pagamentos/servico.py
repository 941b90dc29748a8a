from __future__ import annotations

import asyncio
import datetime as dt
import enum
from typing import Awaitable, Callable, Protocol

import attrs

from .api import ApiBrick, ErroBrick


class Situacao(enum.Enum):
    NOVO = "novo"
    ENVIADO = "enviado"
    AGUARDA_TITULARES = "aguarda titulares"
    RECUSADO = "recusado"
    PROXIMO_PERIODO = "próximo período"
    INDISPONIVEL = "indisponível"


@attrs.define
class Pagamento:
    id: str
    consent_id: str
    valor: str
    situacao: Situacao = Situacao.NOVO
    codigo: str = ""
    motivo: str = ""
    liberado_em: dt.date | None = None


class Repositorio(Protocol):
    async def buscar(self, id: str) -> Pagamento: ...
    async def gravar(self, pagamento: Pagamento) -> None: ...


DE_OUTRA_INSTITUICAO = ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API")
ALCADAS = ("CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA")


class ServicoPagamentos:
    def __init__(
        self,
        api: ApiBrick,
        repo: Repositorio,
        hoje: Callable[[], dt.date],
        pausa: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self.api, self.repo, self.hoje, self.pausa = api, repo, hoje, pausa

    async def pagar(self, id: str) -> Pagamento:
        pagamento = await self.repo.buscar(id)
        try:
            dados = await self._enviar(pagamento)
        except ErroBrick as erro:
            self._anotar(pagamento, erro)
        else:
            pagamento.situacao = Situacao.ENVIADO
            pagamento.motivo = dados["status"]
        await self.repo.gravar(pagamento)
        return pagamento

    async def _enviar(self, pagamento: Pagamento) -> dict:
        espera = 3
        while True:
            try:
                return await self.api.iniciar(pagamento.consent_id, pagamento.valor, pagamento.id)
            except ErroBrick as erro:
                if erro.status // 10 != 50 or erro.code == "ERRO_NO_FLUXO_OIDC" or espera > 48:
                    raise
            await self.pausa(espera)
            espera *= 2

    def _anotar(self, pagamento: Pagamento, erro: ErroBrick) -> None:
        pagamento.codigo, pagamento.motivo = erro.code or str(erro.status), str(erro)
        if erro.code in ALCADAS:
            pagamento.situacao = Situacao.AGUARDA_TITULARES
        elif erro.code == "LIMITE_OPERACIONAL_EXCEDIDO":
            hoje = self.hoje()
            pagamento.situacao = Situacao.PROXIMO_PERIODO
            pagamento.liberado_em = (hoje.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
        elif erro.status >= 500 or erro.code in DE_OUTRA_INSTITUICAO:
            pagamento.situacao = Situacao.INDISPONIVEL
        else:
            pagamento.situacao = Situacao.RECUSADO

    async def aguardar_titulares(self, id: str, consultas: int = 12) -> Pagamento:
        """Consulta o consentimento até todos aprovarem e só então paga outra vez."""
        pagamento = await self.repo.buscar(id)
        while pagamento.situacao is Situacao.AGUARDA_TITULARES and consultas:
            consultas -= 1
            await self.pausa(600)
            consentimento = await self.api.consentimento(pagamento.consent_id)
            if consentimento["status"] == "AUTHORISED":
                return await self.pagar(id)
            if consentimento["status"] != "PARTIALLY_ACCEPTED":
                pagamento.situacao = Situacao.RECUSADO
                await self.repo.gravar(pagamento)
        return pagamento
