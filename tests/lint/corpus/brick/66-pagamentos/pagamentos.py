from __future__ import annotations

import asyncio
import logging
from typing import Any

import aiohttp

from contratos import SITUACAO_POR_CODIGO, Resultado, Situacao

log = logging.getLogger(__name__)

ESPERAS = (3, 6, 12, 24, 48)


def vale_repetir(status: int) -> bool:
    return status in (408, 429) or 500 <= status < 510


class Pagamentos:
    """Iniciação de pagamentos (visão ITP)."""

    def __init__(self, base_url: str, token: str) -> None:
        self.base_url = base_url
        self.cabecalhos = {"Authorization": f"Bearer {token}"}

    async def iniciar(self, consent_id: str, pagamento: dict[str, Any], chave: str) -> Resultado:
        status, corpo = await self._postar(
            "/payments/pix",
            {"data": {**pagamento, "consentId": consent_id}},
            {"x-idempotency-key": chave},
        )
        if status in (200, 201, 202):
            return Resultado(Situacao.ACEITO, pagamento_id=corpo["data"]["paymentId"])
        codigo = corpo.get("code") or corpo.get("error") or f"HTTP_{status}"
        detalhe = corpo.get("detail") or corpo.get("error_description") or corpo.get("message")
        situacao = SITUACAO_POR_CODIGO.get(codigo, Situacao.FALHOU)
        log.error("pagamento %s: %s (%s) %s", chave, situacao.value, codigo, detalhe)
        return Resultado(situacao, codigo=codigo, detalhe=detalhe)

    async def _postar(self, caminho: str, corpo: dict[str, Any], extras: dict[str, str]) -> tuple[int, dict[str, Any]]:
        async with aiohttp.ClientSession(headers=self.cabecalhos | extras) as sessao:
            for espera in ESPERAS:
                status, resposta = await self._uma_vez(sessao, caminho, corpo)
                if not vale_repetir(status):
                    return status, resposta
                log.warning("HTTP %d em %s, nova tentativa em %ds", status, caminho, espera)
                await asyncio.sleep(espera)
            return await self._uma_vez(sessao, caminho, corpo)

    async def _uma_vez(
        self, sessao: aiohttp.ClientSession, caminho: str, corpo: dict[str, Any]
    ) -> tuple[int, dict[str, Any]]:
        async with sessao.post(self.base_url + caminho, json=corpo) as resposta:
            try:
                return resposta.status, await resposta.json(content_type=None)
            except ValueError:
                return resposta.status, {}
