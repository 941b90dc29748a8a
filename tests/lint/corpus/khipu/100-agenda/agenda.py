"""Agenda nocturna: saldos de todas las empresas del grupo, unas pocas a la vez."""
from __future__ import annotations

import asyncio
import json
import logging
import os
import sqlite3
import sys
from collections import Counter
from dataclasses import dataclass
from typing import Any, TypedDict

import httpx

log = logging.getLogger("agenda")

INTENTOS = 4
A_LA_VEZ = 5

ESPERA = {
    "RETRY_IMMEDIATELY": 0,
    "WAIT_4_HOURS_BEFORE_RETRY": 4 * 60,
}
ESPERA_NORMAL = 10


class ErrorKhipu(TypedDict):
    Code: str
    Type: str
    Description: str


@dataclass(frozen=True)
class Tarea:
    empresa: str
    banco: str
    usuario: str
    clave: str


class ConsultaFallida(Exception):
    def __init__(self, tarea: Tarea, error: ErrorKhipu) -> None:
        super().__init__(f"{tarea.empresa}: {error['Code']} {error['Description']}")
        self.codigo = error["Code"]
        self.tipo = error["Type"]


class Agenda:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self.token = token
        self.base_url = base_url
        self.metricas: Counter[str] = Counter()
        self._turno = asyncio.Semaphore(A_LA_VEZ)

    def _sesion(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            base_url=self.base_url, headers={"Authorization": f"Bearer {self.token}"}, timeout=90
        )

    async def _pedir(self, http: httpx.AsyncClient, tarea: Tarea) -> dict[str, Any]:
        async with self._turno:
            resp = await http.post(
                f"/v1/cl/services/{tarea.banco}/balances",
                json={"Username": tarea.usuario, "Password": tarea.clave},
            )
        return resp.json()

    async def saldo(self, http: httpx.AsyncClient, tarea: Tarea) -> list[dict[str, Any]]:
        for intento in range(1, INTENTOS + 1):
            doc = await self._pedir(http, tarea)
            if doc["Status"] == "OK":
                return doc["Data"]["Balances"]
            error: ErrorKhipu = doc["Error"]
            self.metricas[error["Code"]] += 1
            if intento == INTENTOS:
                raise ConsultaFallida(tarea, error)
            espera = ESPERA.get(error["Type"], ESPERA_NORMAL)
            log.info("%s: %s, nuevo intento en %d s", tarea.empresa, error["Code"], espera)
            await asyncio.sleep(espera)
        raise AssertionError("sin salida")

    async def fila(self, http: httpx.AsyncClient, tarea: Tarea) -> tuple[str, str, str | None, str]:
        try:
            saldos = await self.saldo(http, tarea)
        except ConsultaFallida as exc:
            return tarea.empresa, "falla", exc.codigo, str(exc)
        except httpx.TransportError as exc:
            return tarea.empresa, "red", None, repr(exc)
        return tarea.empresa, "ok", None, json.dumps(saldos)

    async def correr(self, tareas: list[Tarea]) -> list[tuple[str, str, str | None, str]]:
        async with self._sesion() as http:
            return await asyncio.gather(*(self.fila(http, t) for t in tareas))


def guardar(filas: list[tuple[str, str, str | None, str]], ruta: str) -> None:
    with sqlite3.connect(ruta) as db:
        db.execute("CREATE TABLE IF NOT EXISTS saldos (empresa TEXT, estado TEXT, codigo TEXT, detalle TEXT)")
        db.executemany("INSERT INTO saldos VALUES (?, ?, ?, ?)", filas)


async def principal() -> int:
    with open(sys.argv[1]) as fh:
        tareas = [Tarea(**t) for t in json.load(fh)]
    agenda = Agenda(os.environ["KHIPU_TOKEN"])
    filas = await agenda.correr(tareas)
    guardar(filas, "saldos.db")
    log.info("códigos vistos: %s", dict(agenda.metricas))
    return sum(estado != "ok" for _, estado, _, _ in filas)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    sys.exit(min(asyncio.run(principal()), 100))
