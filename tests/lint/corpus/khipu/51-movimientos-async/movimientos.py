"""Descarga los movimientos de varias cuentas a la vez."""
from __future__ import annotations

import asyncio
import logging
from functools import wraps
from typing import Any, Awaitable, Callable, ParamSpec, TypeVar

import aiohttp

from errores import ErrorKhipu, ServicioCaido, lanzar

P = ParamSpec("P")
T = TypeVar("T")
log = logging.getLogger(__name__)


def insistir(veces: int, espera: float):
    def envolver(fn: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
        @wraps(fn)
        async def dentro(*args: P.args, **kwargs: P.kwargs) -> T:
            for intento in range(1, veces + 1):
                try:
                    return await fn(*args, **kwargs)
                except ServicioCaido as exc:
                    if intento == veces:
                        raise
                    log.info("intento %d: %s", intento, exc)
                    await asyncio.sleep(espera * intento)
            raise AssertionError("inalcanzable")
        return dentro
    return envolver


class Descargador:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self.base_url = base_url
        self.cabeceras = {"Authorization": "Bearer " + token}

    @insistir(veces=3, espera=20.0)
    async def movimientos(self, sesion: aiohttp.ClientSession, rut: str, clave: str) -> list[dict[str, Any]]:
        url = f"{self.base_url}/v1/cl/banks/santander.cl/movements"
        async with sesion.post(url, json={"Username": rut, "Password": clave}) as resp:
            doc = await resp.json(content_type=None)
        if doc["Status"] == "OK":
            return doc["Data"]["Movements"]
        lanzar(doc["Error"])
        return []

    async def cartera(self, cuentas: dict[str, str]) -> dict[str, list[dict[str, Any]]]:
        async with aiohttp.ClientSession(headers=self.cabeceras) as sesion:
            hechas = await asyncio.gather(
                *(self.movimientos(sesion, rut, clave) for rut, clave in cuentas.items()),
                return_exceptions=True,
            )
        salida: dict[str, list[dict[str, Any]]] = {}
        for rut, hecho in zip(cuentas, hechas):
            if isinstance(hecho, ErrorKhipu):
                log.warning("sin movimientos para %s", rut)
                salida[rut] = []
            elif isinstance(hecho, BaseException):
                raise hecho
            else:
                salida[rut] = hecho
        return salida
