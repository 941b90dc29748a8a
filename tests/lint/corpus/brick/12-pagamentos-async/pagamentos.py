"""Pagamentos automáticos: uma corrotina por cobrança do dia."""
from __future__ import annotations

import asyncio
from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial

import httpx
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt, wait_exponential

from modelos import Acao, Corpo, Desfecho


class Brick50x(Exception):
    def __init__(self, resp: httpx.Response) -> None:
        super().__init__(f"HTTP {resp.status_code}")
        self.resp = resp


def _proximo_mes(agora: datetime) -> datetime:
    return (agora.replace(day=1) + timedelta(days=32)).replace(day=1, hour=6, minute=0)


def _fixa(acao: Acao, agora: datetime) -> tuple[Acao, datetime | None]:
    return acao, None


def _limite(agora: datetime) -> tuple[Acao, datetime | None]:
    return Acao.PROXIMO_MES, _proximo_mes(agora)


def _minutos(agora: datetime) -> tuple[Acao, datetime | None]:
    return Acao.DAQUI_A_POUCO, agora + timedelta(minutes=10)


REGRAS: dict[str, Callable[[datetime], tuple[Acao, datetime | None]]] = {
    "CONSENTIMENTO_PENDENTE_AUTORIZACAO": partial(_fixa, Acao.ESPERAR_TITULARES),
    "DEPENDE_MULTIPLA_ALCADA": partial(_fixa, Acao.ESPERAR_TITULARES),
    "CONSENTIMENTO_EM_STATUS_REJEITADO": partial(_fixa, Acao.NOVO_CONSENTIMENTO),
    "CONSENTIMENTO_NAO_AUTORIZADO": partial(_fixa, Acao.CONSULTAR_CONSENTIMENTO),
    "LIMITE_OPERACIONAL_EXCEDIDO": _limite,
    "ERRO_CHAMADA_API": _minutos,
    "TIMEOUT_CHAMADA_API": _minutos,
}


class Cobrador:
    def __init__(self, base_url: str, token: str, simultaneas: int = 3) -> None:
        self._base = base_url
        self._cabecalho = {"Authorization": f"Bearer {token}"}
        self._vaga = asyncio.Semaphore(simultaneas)

    async def _postar(self, http: httpx.AsyncClient, chave: str, corpo: dict) -> httpx.Response:
        politica = AsyncRetrying(
            retry=retry_if_exception_type(Brick50x),
            wait=wait_exponential(multiplier=3, exp_base=2, max=48),
            stop=stop_after_attempt(6),
            reraise=True,
        )
        async for tentativa in politica:
            with tentativa:
                resp = await http.post(
                    "/automatic-payments/v1/pix/recurring-payments",
                    json=corpo,
                    headers={"x-idempotency-key": chave},
                )
                if 500 <= resp.status_code < 510:
                    raise Brick50x(resp)
                return resp
        raise RuntimeError("sem tentativas")

    async def cobrar(self, consent_id: str, valor: str, chave: str) -> Desfecho:
        async with self._vaga, httpx.AsyncClient(base_url=self._base, headers=self._cabecalho) as http:
            try:
                resp = await self._postar(http, chave, {"consentId": consent_id, "amount": valor})
            except Brick50x as exc:
                resp = exc.resp
        if resp.is_success:
            return Desfecho(dados=resp.json()["data"])
        corpo = Corpo.model_validate(resp.json())
        regra = REGRAS.get(corpo.code, partial(_fixa, Acao.CORRIGIR))
        acao, quando = regra(datetime.now())
        if resp.status_code >= 500:
            acao, quando = Acao.ABRIR_CHAMADO, None
        return Desfecho(
            acao=acao,
            nao_antes=quando,
            code=corpo.code or corpo.error or "",
            status=resp.status_code,
            detail=corpo.detail or corpo.error_description or corpo.message or "",
        )

    async def cobrar_todos(self, lote: list[tuple[str, str, str]]) -> list[Desfecho]:
        return await asyncio.gather(*(self.cobrar(*item) for item in lote))
