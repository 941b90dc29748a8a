"""Atualização dos recursos de todos os consentimentos, com uma fila e alguns trabalhadores."""
from __future__ import annotations

import asyncio
import logging
from dataclasses import dataclass, field
from typing import Any

import aiohttp

log = logging.getLogger("fila")

TRABALHADORES = 3
PAUSA_LIMITE = 60
MAX_50X = 8
MAX_LIMITE = 20


@dataclass
class Tarefa:
    consentimento: str
    falhas_50x: int = 0
    limites: int = 0


@dataclass
class ErroBrick(Exception):
    status: int
    corpo: dict[str, Any]

    @property
    def codigo(self) -> str | None:
        return self.corpo.get("code") or self.corpo.get("error")

    def __str__(self) -> str:
        return f"{self.status} {self.codigo}: {self.corpo}"


@dataclass
class Resultado:
    recursos: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    erros: dict[str, ErroBrick] = field(default_factory=dict)


class Fila:
    def __init__(self, base_url: str = "https://api.brickbank.example", token: str = "") -> None:
        self.base_url = base_url
        self.cabecalhos = {"Authorization": f"Bearer {token}"}

    async def _recursos(self, sessao: aiohttp.ClientSession, consentimento: str) -> list[dict[str, Any]]:
        url = f"{self.base_url}/resources/v1/consents/{consentimento}/resources"
        async with sessao.get(url) as resposta:
            corpo = await resposta.json(content_type=None)
            if resposta.status != 200:
                raise ErroBrick(resposta.status, corpo or {})
            return corpo["data"]

    async def _trabalhar(self, sessao: aiohttp.ClientSession, fila: asyncio.Queue[Tarefa], res: Resultado) -> None:
        while True:
            tarefa = await fila.get()
            try:
                res.recursos[tarefa.consentimento] = await self._recursos(sessao, tarefa.consentimento)
            except ErroBrick as erro:
                if erro.status >= 500 and tarefa.falhas_50x < MAX_50X:
                    await asyncio.sleep(3 * 2**tarefa.falhas_50x)
                    tarefa.falhas_50x += 1
                    fila.put_nowait(tarefa)
                elif erro.codigo == "LIMITE_OPERACIONAL_EXCEDIDO" and tarefa.limites < MAX_LIMITE:
                    await asyncio.sleep(PAUSA_LIMITE)
                    tarefa.limites += 1
                    fila.put_nowait(tarefa)
                else:
                    log.error("consentimento %s: %s", tarefa.consentimento, erro)
                    res.erros[tarefa.consentimento] = erro
            finally:
                fila.task_done()

    async def atualizar(self, consentimentos: list[str]) -> Resultado:
        res = Resultado()
        fila: asyncio.Queue[Tarefa] = asyncio.Queue()
        for consentimento in consentimentos:
            fila.put_nowait(Tarefa(consentimento))
        async with aiohttp.ClientSession(headers=self.cabecalhos) as sessao:
            equipe = [asyncio.create_task(self._trabalhar(sessao, fila, res)) for _ in range(TRABALHADORES)]
            await fila.join()
            for membro in equipe:
                membro.cancel()
        return res
