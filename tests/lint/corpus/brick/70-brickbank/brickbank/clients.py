from __future__ import annotations

import asyncio
import time
from typing import Any

import httpx

from . import core
from .policy import Politica


class _Base:
    def __init__(self, token: str, base_url: str, politica: Politica = Politica(), ganchos: tuple[core.Gancho, ...] = ()) -> None:
        self._opcoes = {"base_url": base_url, "headers": {"Authorization": f"Bearer {token}"}, "timeout": 30}
        self._politica = politica
        self._ganchos = ganchos

    def _passos(self, envio: core.Enviar) -> core.Passos:
        return core.operacao(envio, self._politica, self._ganchos)


class Brick(_Base):
    def _executar(self, envio: core.Enviar) -> Any:
        passos = self._passos(envio)
        chegou = None
        with httpx.Client(**self._opcoes) as http:
            while True:
                try:
                    passo = passos.send(chegou)
                except StopIteration as fim:
                    return fim.value
                if isinstance(passo, core.Esperar):
                    chegou = time.sleep(passo.segundos)
                else:
                    chegou = http.request(passo.metodo, passo.caminho, json=passo.corpo, headers=passo.cabecalhos)

    def criar_consentimento(self, cpf: str, marca: str, permissoes: list[str]) -> dict[str, Any]:
        return self._executar(core.criar_consentimento(cpf, marca, permissoes))

    def consentimento(self, consent_id: str) -> dict[str, Any]:
        return self._executar(core.ver_consentimento(consent_id))


class AsyncBrick(_Base):
    async def _executar(self, envio: core.Enviar) -> Any:
        passos = self._passos(envio)
        chegou = None
        async with httpx.AsyncClient(**self._opcoes) as http:
            while True:
                try:
                    passo = passos.send(chegou)
                except StopIteration as fim:
                    return fim.value
                if isinstance(passo, core.Esperar):
                    chegou = await asyncio.sleep(passo.segundos)
                else:
                    chegou = await http.request(passo.metodo, passo.caminho, json=passo.corpo, headers=passo.cabecalhos)

    async def criar_consentimento(self, cpf: str, marca: str, permissoes: list[str]) -> dict[str, Any]:
        return await self._executar(core.criar_consentimento(cpf, marca, permissoes))

    async def consentimento(self, consent_id: str) -> dict[str, Any]:
        return await self._executar(core.ver_consentimento(consent_id))
