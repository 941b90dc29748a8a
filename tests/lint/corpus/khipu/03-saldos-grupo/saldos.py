"""Saldos de todas las cuentas del grupo, en paralelo."""
from __future__ import annotations

import asyncio
import os
from collections.abc import Iterable
from typing import Any

import aiohttp

from modelo import SIN_DATOS, Consejo, Falla, Saldo, SaldoError

BASE = os.environ.get("KHIPU_URL", "https://api.khipu.com")


class Saldos:
    def __init__(self, token: str, base: str = BASE, limite: int = 5, vueltas: int = 3) -> None:
        self._base = base
        self._cabeceras = {"Authorization": f"Bearer {token}"}
        self._turno = asyncio.Semaphore(limite)
        self._vueltas = vueltas

    async def _pedir(self, http: aiohttp.ClientSession, banco: str, cred: dict[str, str]) -> dict[str, Any]:
        url = f"{self._base}/v1/cl/banks/{banco}/empresas/balance"
        async with self._turno, http.post(url, json=cred) as resp:
            return await resp.json(content_type=None)

    async def uno(self, http: aiohttp.ClientSession, banco: str, cred: dict[str, str]) -> Saldo:
        falla: Falla | None = None
        for _ in range(self._vueltas):
            doc = await self._pedir(http, banco, cred)
            if doc["Status"] == "OK":
                return Saldo(banco, doc["Data"]["Balance"])
            falla = Falla.desde(doc["Error"])
            if falla.codigo in SIN_DATOS:
                return Saldo(banco, None)
            if falla.consejo is not Consejo.REPETIR:
                break
            await asyncio.sleep(1)
        assert falla is not None
        raise SaldoError(banco, falla)

    async def todos(self, cuentas: Iterable[tuple[str, dict[str, str]]]) -> list[Saldo | BaseException]:
        async with aiohttp.ClientSession(headers=self._cabeceras) as http:
            tareas = [self.uno(http, banco, cred) for banco, cred in cuentas]
            return await asyncio.gather(*tareas, return_exceptions=True)

    async def total(self, banco: str, cred: dict[str, str]) -> int:
        async with aiohttp.ClientSession(headers=self._cabeceras) as http:
            saldo = await self.uno(http, banco, cred)
        return saldo.monto or 0
