"""Pagamentos Pix saem por uma fila; quem publicou recebe um futuro."""
from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator
from dataclasses import dataclass, field, replace
from typing import Any

import httpx

from configuracao import DEMORA_DA_INSTITUICAO, INSTITUICAO, SERVIDOR, Reenvio


class PagamentoRecusado(Exception):
    def __init__(self, status: int, codigo: str, titulo: str, detalhe: str) -> None:
        super().__init__(f"{status} {codigo}: {titulo}. {detalhe}")
        self.status = status
        self.codigo = codigo


@dataclass(frozen=True)
class IniciarPagamento:
    consent_id: str
    valor: str
    chave: str
    envio: int = 1
    futuro: asyncio.Future[dict[str, Any]] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


def plano(status: int, codigo: str) -> Reenvio | None:
    if codigo in DEMORA_DA_INSTITUICAO:
        return INSTITUICAO
    if status // 10 == 50:
        return SERVIDOR
    return None


class FilaPagamentos:
    def __init__(self, token: str, base_url: str) -> None:
        self._fila: asyncio.Queue[IniciarPagamento] = asyncio.Queue()
        self._token = token
        self._base_url = base_url

    @contextlib.asynccontextmanager
    async def trabalhando(self) -> AsyncIterator[FilaPagamentos]:
        async with httpx.AsyncClient(base_url=self._base_url, headers={"Authorization": f"Bearer {self._token}"}) as http:
            tarefa = asyncio.create_task(self._consumir(http))
            try:
                yield self
            finally:
                tarefa.cancel()

    async def pagar(self, consent_id: str, valor: str, chave: str) -> dict[str, Any]:
        comando = IniciarPagamento(consent_id, valor, chave)
        await self._fila.put(comando)
        return await comando.futuro

    async def _consumir(self, http: httpx.AsyncClient) -> None:
        while True:
            comando = await self._fila.get()
            try:
                comando.futuro.set_result(await self._enviar(http, comando))
            except PagamentoRecusado as recusa:
                await self._reagir(comando, recusa)
            except httpx.HTTPError as exc:
                comando.futuro.set_exception(exc)

    async def _reagir(self, comando: IniciarPagamento, recusa: PagamentoRecusado) -> None:
        reenvio = plano(recusa.status, recusa.codigo)
        if reenvio is None or comando.envio >= reenvio.limite:
            comando.futuro.set_exception(recusa)
            return
        await asyncio.sleep(reenvio.atraso(comando.envio).total_seconds())
        await self._fila.put(replace(comando, envio=comando.envio + 1))

    async def _enviar(self, http: httpx.AsyncClient, comando: IniciarPagamento) -> dict[str, Any]:
        resposta = await http.post(
            "/payments/v1/pix",
            json={"consentId": comando.consent_id, "amount": comando.valor},
            headers={"x-idempotency-key": comando.chave},
        )
        if resposta.is_success:
            return resposta.json()
        corpo = resposta.json()
        raise PagamentoRecusado(
            resposta.status_code,
            corpo.get("code") or "",
            corpo.get("title") or corpo.get("error") or corpo.get("message") or "",
            corpo.get("detail") or corpo.get("error_description") or "",
        )
