"""Cartolas mensuales de una empresa, un mes por vuelta, vía Khipu."""
from __future__ import annotations

import asyncio
import logging
from abc import ABC, abstractmethod
from collections.abc import AsyncIterator, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, NamedTuple

import aiohttp

log = logging.getLogger("cartolas")


class Plazo(NamedTuple):
    pausa: timedelta
    vueltas: int


PLAZOS: dict[str, Plazo] = {
    "RETRY_IMMEDIATELY": Plazo(timedelta(), 2),
    "WAIT_4_HOURS_BEFORE_RETRY": Plazo(timedelta(minutes=4), 3),
}


@dataclass(frozen=True, slots=True)
class Cartola:
    mes: str
    movimientos: tuple[dict[str, Any], ...]


class ErrorKhipu(Exception):
    def __init__(self, codigo: str, consejo: str, detalle: str) -> None:
        super().__init__(f"{codigo} [{consejo}] {detalle}")
        self.codigo = codigo
        self.consejo = consejo
        self.detalle = detalle


class FuenteDeCartolas(ABC):
    @abstractmethod
    def cartolas(self, meses: Iterable[str]) -> AsyncIterator[Cartola]: ...


class Insistencia:
    """Mixin: repite `_enviar` según la tabla de plazos."""

    async def _insistir(self, ruta: str, cuerpo: dict[str, str]) -> dict[str, Any]:
        vuelta = 0
        while True:
            try:
                return await self._enviar(ruta, cuerpo)
            except ErrorKhipu as error:
                plazo = PLAZOS.get(error.consejo)
                if plazo is None or vuelta >= plazo.vueltas:
                    raise
                vuelta += 1
                await asyncio.sleep(plazo.pausa.total_seconds())

    async def _enviar(self, ruta: str, cuerpo: dict[str, str]) -> dict[str, Any]:
        raise NotImplementedError


class KhipuCartolas(Insistencia, FuenteDeCartolas):
    def __init__(self, base: str, token: str, rut: str, clave: str) -> None:
        self._base = base
        self._cabeceras = {"Authorization": f"Bearer {token}"}
        self._acceso = {"Username": rut, "Password": clave}

    async def _enviar(self, ruta: str, cuerpo: dict[str, str]) -> dict[str, Any]:
        async with (
            aiohttp.ClientSession(self._base, headers=self._cabeceras) as sesion,
            sesion.post(ruta, json=cuerpo) as respuesta,
        ):
            doc = await respuesta.json(content_type=None)
        match doc:
            case {"Status": "OK", "Data": dict(datos)}:
                return datos
            case {"Error": {"Code": str(codigo), "Type": str(consejo), "Description": detalle}}:
                raise ErrorKhipu(codigo, consejo, detalle)
            case _:
                raise ValueError(f"respuesta inesperada de {ruta}")

    async def cartolas(self, meses: Iterable[str]) -> AsyncIterator[Cartola]:
        for mes in meses:
            try:
                datos = await self._insistir("/v1/cl/banks/business/statement", self._acceso | {"Month": mes})
            except ErrorKhipu as error:
                if error.codigo[1:] in range(300, 400):
                    yield Cartola(mes, ())
                    continue
                log.info("no hay cartola de %s", mes)
                continue
            yield Cartola(mes, tuple(datos["Movements"]))


async def total_abonos(fuente: FuenteDeCartolas, meses: Iterable[str]) -> int:
    total = 0
    async for cartola in fuente.cartolas(meses):
        total += sum(int(m["Amount"]) for m in cartola.movimientos if int(m["Amount"]) > 0)
    return total
