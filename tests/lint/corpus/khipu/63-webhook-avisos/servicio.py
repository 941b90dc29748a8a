from __future__ import annotations

import logging
from datetime import datetime, timedelta, timezone
from typing import Protocol

import requests

from modelo import Aviso, Causa, Consejo, causa_de

log = logging.getLogger(__name__)


class Operaciones(Protocol):
    def terminada(self, operacion: str, datos) -> None: ...
    def sin_datos(self, operacion: str, codigo: str) -> None: ...
    def fallida(self, operacion: str, causa: str, codigo: str, tipo: str, descripcion: str) -> None: ...
    def relanzar(self, operacion: str, desde: datetime) -> None: ...
    def intentos(self, operacion: str) -> int: ...


class RechazoKhipu(Exception):
    def __init__(self, error: dict[str, str]) -> None:
        super().__init__("{Code} {Type} {Description}".format(**error))
        self.codigo, self.tipo = error["Code"], error["Type"]


class Lanzador:
    def __init__(self, token: str, notificar_a: str, base: str = "https://api.khipu.com") -> None:
        self.base, self.notificar_a = base, notificar_a
        self.sesion = requests.Session()
        self.sesion.headers["Authorization"] = "Bearer " + token

    def lanzar(self, servicio: str, campos: dict[str, str]) -> str:
        r = self.sesion.post(
            f"{self.base}/v1/cl/services/{servicio}",
            json={**campos, "NotifyUrl": self.notificar_a},
            timeout=30,
        )
        cuerpo = r.json()
        if cuerpo["Error"] is not None:
            raise RechazoKhipu(cuerpo["Error"])
        return cuerpo["OperationId"]


class Procesador:
    MAX_INTENTOS = 3

    def __init__(self, operaciones: Operaciones) -> None:
        self.ops = operaciones
        self._segun_consejo = {
            Consejo.REINTENTAR_YA: self._ya,
            Consejo.ESPERAR_4_HORAS: self._en_cuatro_horas,
            Consejo.NO_REINTENTAR: self._cerrar,
        }

    def procesar(self, aviso: Aviso) -> str:
        if aviso.codigo is None:
            self.ops.terminada(aviso.operacion, aviso.datos)
            return "terminada"
        return self._segun_consejo.get(aviso.consejo, self._cerrar)(aviso)

    def _ya(self, aviso: Aviso) -> str:
        return self._relanzar(aviso, timedelta(0))

    def _en_cuatro_horas(self, aviso: Aviso) -> str:
        return self._relanzar(aviso, timedelta(hours=4))

    def _relanzar(self, aviso: Aviso, espera: timedelta) -> str:
        if self.ops.intentos(aviso.operacion) >= self.MAX_INTENTOS:
            return self._cerrar(aviso)
        self.ops.relanzar(aviso.operacion, datetime.now(timezone.utc) + espera)
        return "relanzada"

    def _cerrar(self, aviso: Aviso) -> str:
        causa = causa_de(aviso.codigo)
        if causa is Causa.SIN_DATOS:
            self.ops.sin_datos(aviso.operacion, aviso.codigo)
            return "sin_datos"
        if causa in (Causa.NUESTRO_TOKEN, Causa.KHIPU):
            log.error("khipu %s (%s): %s", aviso.codigo, aviso.tipo, aviso.descripcion)
        self.ops.fallida(aviso.operacion, causa.value, aviso.codigo, aviso.tipo, aviso.descripcion)
        return causa.value
