"""Transporte aiohttp."""

from __future__ import annotations

import json
from typing import Any

import aiohttp

from _codigos import Resposta

BASE_URL = "https://api.brickbank.example"


class Transporte:
    """Uma sessão por execução; nunca lança por causa do status."""

    def __init__(self, token: str, base_url: str = BASE_URL) -> None:
        self._base_url = base_url
        self._cabecalhos = {"Authorization": f"Bearer {token}"}
        self._sessao: aiohttp.ClientSession | None = None

    async def __aenter__(self) -> Transporte:
        self._sessao = aiohttp.ClientSession(headers=self._cabecalhos)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._sessao is not None:
            await self._sessao.close()

    async def pedir_consentimento(self, pedido: dict[str, Any]) -> Resposta:
        """Envia um pedido de consentimento de dados."""
        assert self._sessao is not None
        async with self._sessao.post(f"{self._base_url}/consents/v3/consents", json={"data": pedido}) as r:
            texto = await r.text()
            try:
                corpo = json.loads(texto)
            except ValueError:
                corpo = {"message": texto[:200]}
            return Resposta(r.status, corpo if isinstance(corpo, dict) else {"message": texto[:200]})
