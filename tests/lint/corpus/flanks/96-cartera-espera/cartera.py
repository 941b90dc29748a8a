"""Descarga la cartera de un cliente en cuanto Flanks termina de extraerla."""
from __future__ import annotations

import json
import time
from collections.abc import Callable, Iterator
from http.client import HTTPConnection, HTTPSConnection
from typing import Any
from urllib.parse import urlsplit

PROCESANDO = 20002
CAUSAS = {
    20001: "extraccion incompleta, abrir ticket",
    20003: "control de seguridad, 24-48 horas",
    40001: "peticion incorrecta",
    50001: "banco no disponible",
    50002: "credenciales incorrectas",
    50003: "falta la autorizacion SCA del usuario",
}


class FalloFlanks(Exception):
    def __init__(self, estado: int, codigo: int | None, texto: str) -> None:
        causa = CAUSAS.get(codigo, "sin clasificar") if codigo is not None else f"HTTP {estado}"
        super().__init__(f"{causa} [{codigo}] {texto}")
        self.estado = estado
        self.codigo = codigo
        self.texto = texto


def turnos() -> Iterator[int]:
    """Segundos entre consultas: seguidas al principio, espaciadas después."""
    yield from (5, 5, 10, 10, 30)
    for _ in range(20):
        yield 60


class Flanks:
    def __init__(self, acceso: Callable[[], str], base_url: str = "https://api.flanks.io") -> None:
        self._acceso = acceso
        self._ficha = acceso()
        self._url = urlsplit(base_url)

    def _enviar(self, ruta: str, datos: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        clase = HTTPSConnection if self._url.scheme == "https" else HTTPConnection
        conexion = clase(self._url.netloc, timeout=30)
        cabeceras = {
            "Authorization": f"Bearer {self._ficha}",
            "Content-Type": "application/json",
        }
        try:
            conexion.request("POST", ruta, body=json.dumps(datos), headers=cabeceras)
            respuesta = conexion.getresponse()
            crudo = respuesta.read()
        finally:
            conexion.close()
        try:
            return respuesta.status, json.loads(crudo)
        except ValueError:
            return respuesta.status, {"error": crudo[:200].decode("utf-8", "replace")}

    def pedir(self, ruta: str, **datos: Any) -> tuple[int, dict[str, Any]]:
        estado, cuerpo = self._enviar(ruta, datos)
        if estado == 401:
            self._ficha = self._acceso()
            estado, cuerpo = self._enviar(ruta, datos)
        return estado, cuerpo

    def cartera(self, credencial: str) -> dict[str, Any]:
        espera = turnos()
        while True:
            estado, cuerpo = self.pedir("/v0/bank/credentials/portfolio", credentials_token=credencial)
            codigo = cuerpo.get("error_code")
            if estado == 200 and codigo is None:
                return cuerpo
            pausa = next(espera, None) if codigo == PROCESANDO else None
            if pausa is None:
                texto = cuerpo.get("error") or cuerpo.get("message") or ""
                raise FalloFlanks(estado, codigo, texto)
            time.sleep(pausa)


def volcar(flanks: Flanks, credenciales: list[str]) -> tuple[list[dict], list[dict]]:
    """Paso de la ETL: filas para el almacén y filas para la tabla de incidencias."""
    filas, incidencias = [], []
    for credencial in credenciales:
        try:
            cartera = flanks.cartera(credencial)
        except FalloFlanks as fallo:
            incidencias.append(
                {
                    "credencial": credencial,
                    "estado": fallo.estado,
                    "codigo": fallo.codigo,
                    "texto": fallo.texto,
                }
            )
            continue
        posiciones = cartera["portfolios"]
        if posiciones is None:
            incidencias.append(
                {"credencial": credencial, "estado": 200, "codigo": None, "texto": "cartera nula"}
            )
            continue
        filas += ({"credencial": credencial, **posicion} for posicion in posiciones)
    return filas, incidencias
