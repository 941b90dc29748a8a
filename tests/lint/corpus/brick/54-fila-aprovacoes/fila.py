"""Fila de pagamentos: cada pedido é enviado uma vez; o que não deu certo fica na gaveta certa."""
from __future__ import annotations

import asyncio
import logging
from collections import defaultdict
from datetime import date
from typing import Any

import aiohttp

from estados import Destino, Ficha, Pedido, destino

log = logging.getLogger(__name__)


class FilaPagamentos:
    def __init__(self, token: str, base_url: str, operarios: int = 3) -> None:
        self.base_url = base_url
        self.cabecalhos = {"Authorization": "Bearer " + token}
        self.operarios = operarios
        self.gavetas: dict[Destino, list[Ficha]] = defaultdict(list)

    async def enviar(self, http: aiohttp.ClientSession, pedido: Pedido) -> Ficha:
        async with http.post(
            f"{self.base_url}/payments/v4/pix/payments",
            json={"consentId": pedido.consentimento, "amount": pedido.valor},
            headers={"x-idempotency-key": pedido.chave},
        ) as resp:
            corpo = await _json(resp)
        if resp.status in (200, 201):
            return Ficha(pedido, Destino.CRIADO, resp.status, dados=corpo)
        if resp.status == 202:
            return Ficha(pedido, Destino.EM_PROCESSAMENTO, resp.status, dados=corpo)
        codigo = str(corpo.get("code") or corpo.get("error") or "")
        detalhe = str(corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or "")
        ficha = Ficha(pedido, destino(resp.status, codigo), resp.status, codigo, detalhe)
        if ficha.destino is Destino.PROXIMO_MES:
            ficha.a_partir_de = _primeiro_do_proximo_mes(date.today())
        if ficha.destino is Destino.AGUARDA_TITULARES and not await self._parcial(http, pedido):
            ficha.destino = Destino.CHAMADO
        return ficha

    async def _parcial(self, http: aiohttp.ClientSession, pedido: Pedido) -> bool:
        """Confere no consentimento se ainda faltam titulares; na dúvida, alguém olha."""
        async with http.get(f"{self.base_url}/payments/v4/consents/{pedido.consentimento}") as resp:
            corpo = await _json(resp)
        return resp.status == 200 and (corpo.get("data") or {}).get("status") == "PARTIALLY_ACCEPTED"

    async def _operario(self, http: aiohttp.ClientSession, fila: asyncio.Queue[Pedido]) -> None:
        while True:
            try:
                pedido = fila.get_nowait()
            except asyncio.QueueEmpty:
                return
            try:
                ficha = await self.enviar(http, pedido)
            except (aiohttp.ClientError, asyncio.TimeoutError) as falha:
                ficha = Ficha(pedido, Destino.SEM_RESPOSTA, 0, detalhe=repr(falha))
            self.gavetas[ficha.destino].append(ficha)
            if ficha.destino is not Destino.CRIADO:
                log.warning("%s: %s (%s %s)", pedido.chave, ficha.destino.value, ficha.status, ficha.codigo)

    async def processar(self, pedidos: list[Pedido]) -> dict[Destino, list[Ficha]]:
        fila: asyncio.Queue[Pedido] = asyncio.Queue()
        for pedido in pedidos:
            fila.put_nowait(pedido)
        async with aiohttp.ClientSession(headers=self.cabecalhos, timeout=aiohttp.ClientTimeout(60)) as http:
            await asyncio.gather(*(self._operario(http, fila) for _ in range(self.operarios)))
        return self.gavetas


async def _json(resp: aiohttp.ClientResponse) -> dict[str, Any]:
    try:
        corpo = await resp.json(content_type=None)
    except ValueError:
        return {"message": (await resp.text())[:200]}
    return corpo if isinstance(corpo, dict) else {}


def _primeiro_do_proximo_mes(hoje: date) -> date:
    return date(hoje.year + hoje.month // 12, hoje.month % 12 + 1, 1)
