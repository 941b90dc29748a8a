from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime, timezone
from typing import Any

import httpx

from .cola import ColaEnDisco
from .modelo import FalloKhipu, Rechazo, Trabajo
from .plugins import Reprogramar, decidir


class CartolaNoDisponible(Exception):
    """Lo único que conoce el resto de la contabilidad."""


@contextmanager
def frontera(banco: str) -> Iterator[None]:
    try:
        yield
    except httpx.TransportError as exc:
        raise CartolaNoDisponible(f"sin conexión con {banco}") from exc
    except FalloKhipu:
        raise CartolaNoDisponible(f"no hay cartola de {banco}") from None


def _ahora() -> datetime:
    return datetime.now(timezone.utc)


class ServicioCartolas:
    def __init__(self, token: str, cola: ColaEnDisco, base_url: str = "https://api.khipu.com") -> None:
        self._cola = cola
        self._http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=90,
        )

    def cartola(self, banco: str, rut: str, clave: str, mes: str) -> list[dict[str, Any]]:
        self._cola.agregar(Trabajo(banco, rut, clave, mes), _ahora())
        with frontera(banco):
            return self._vaciar()

    def _vaciar(self) -> list[dict[str, Any]]:
        filas: list[dict[str, Any]] = []
        while (siguiente := self._cola.sacar()) is not None:
            desde, trabajo = siguiente
            if (falta := (desde - _ahora()).total_seconds()) > 0:
                time.sleep(falta)
            try:
                filas += self._pedir(trabajo)
            except FalloKhipu as fallo:
                match decidir(trabajo, fallo.rechazo):
                    case Reprogramar(pausa):
                        otro = replace(trabajo, intento=trabajo.intento + 1)
                        self._cola.agregar(otro, _ahora() + pausa.value)
                    case _:
                        raise
        return filas

    def _pedir(self, trabajo: Trabajo) -> list[dict[str, Any]]:
        respuesta = self._http.post(
            f"/v1/cl/banks/{trabajo.banco}/statements",
            json={"Username": trabajo.rut, "Password": trabajo.clave, "Month": trabajo.mes},
        )
        sobre = respuesta.json()
        if sobre["Status"] != "OK":
            raise FalloKhipu(Rechazo.desde(sobre))
        return sobre["Data"]["Transactions"]
