"""Extratos paginados, um cliente por vez, vários clientes em paralelo."""
from __future__ import annotations

import asyncio
import json
import logging
import random
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any, Iterator

import httpx

from erros import BrickFalhou, do_corpo

log = logging.getLogger(__name__)

MAXIMO_DE_PAGINAS = 200


@dataclass(frozen=True)
class Espera:
    """Base de três segundos, dobrando, até cinco novas tentativas; o acaso só aumenta."""

    base: float = 3.0
    novas_tentativas: int = 5
    acaso: float = 0.2

    def segundos(self, repeticao: int) -> float:
        return self.base * 2**repeticao * (1 + random.uniform(0, self.acaso))

    def vale(self, status: int, repeticao: int) -> bool:
        return repeticao < self.novas_tentativas and (500 <= status <= 505 or status == 429)


@contextmanager
def trecho(nome: str, **campos: Any) -> Iterator[dict[str, Any]]:
    inicio = time.perf_counter()
    campos["resultado"] = "ok"
    try:
        yield campos
    except BrickFalhou as exc:
        campos["resultado"] = f"{type(exc).__name__}:{exc.status}:{exc.codigo}"
        raise
    finally:
        campos["ms"] = round((time.perf_counter() - inicio) * 1000)
        log.info("%s %s", nome, json.dumps(campos, default=str))


@dataclass
class Lote:
    extratos: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    falhas: dict[str, BrickFalhou] = field(default_factory=dict)

    def conferir(self) -> None:
        if self.falhas:
            raise ExceptionGroup(f"{len(self.falhas)} extrato(s) falharam", list(self.falhas.values()))


class Extratos:
    def __init__(self, http: httpx.AsyncClient, espera: Espera = Espera(), paralelos: int = 4) -> None:
        self._http = http
        self._espera = espera
        self._vagas = asyncio.Semaphore(paralelos)

    async def _pagina(self, conta: str, consent_id: str, numero: int) -> dict[str, Any]:
        repeticao = 0
        while True:
            resposta = await self._http.get(
                f"/data/accounts/{conta}/transactions", params={"page": numero}, headers={"x-consent-id": consent_id}
            )
            try:
                corpo = resposta.json()
            except json.JSONDecodeError:
                corpo = {"message": resposta.text[:200]}
            if not isinstance(corpo, dict):
                corpo = {}
            if resposta.status_code == 200 and "data" in corpo:
                return corpo
            if not self._espera.vale(resposta.status_code, repeticao):
                raise do_corpo(resposta.status_code, corpo, repeticao + 1)
            await asyncio.sleep(self._espera.segundos(repeticao))
            repeticao += 1

    async def da_conta(self, conta: str, consent_id: str) -> list[dict[str, Any]]:
        linhas: list[dict[str, Any]] = []
        with trecho("extrato", conta=conta) as campos:
            for numero in range(1, MAXIMO_DE_PAGINAS + 1):
                corpo = await self._pagina(conta, consent_id, numero)
                linhas += corpo["data"]
                if not corpo.get("links", {}).get("next"):
                    break
            campos["linhas"] = len(linhas)
        return linhas

    async def lote(self, contas: dict[str, str]) -> Lote:
        resultado = Lote()

        async def uma(conta: str, consent_id: str) -> None:
            async with self._vagas:
                try:
                    resultado.extratos[conta] = await self.da_conta(conta, consent_id)
                except BrickFalhou as exc:
                    resultado.falhas[conta] = exc

        await asyncio.gather(*(uma(conta, consent_id) for conta, consent_id in contas.items()))
        return resultado


async def importar(http: httpx.AsyncClient, contas: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
    lote = await Extratos(http).lote(contas)
    lote.conferir()
    return lote.extratos
