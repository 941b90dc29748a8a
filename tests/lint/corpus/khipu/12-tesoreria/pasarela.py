"""Pasarela de tesorería: el resto del sistema sólo conoce esta interfaz."""
from __future__ import annotations

import abc
import time
from datetime import timedelta
from functools import singledispatch
from typing import Any, Optional

import requests
from pydantic import BaseModel, ConfigDict, Field


class Intacto(BaseModel):
    model_config = ConfigDict(extra="ignore", populate_by_name=True)


class ErrorKhipu(Intacto):
    codigo: str = Field(alias="Code")
    tipo: str = Field(alias="Type")
    descripcion: str = Field(alias="Description")


class Sobre(Intacto):
    operacion: str = Field(alias="OperationId")
    estado: str = Field(alias="Status")
    datos: Optional[dict[str, Any]] = Field(alias="Data", default=None)
    error: Optional[ErrorKhipu] = Field(alias="Error", default=None)


class Rechazo(Exception):
    def __init__(self, error: ErrorKhipu):
        super().__init__(f"{error.codigo}: {error.descripcion}")
        self.error = error


class Definitivo(Rechazo):
    pass


class Reintentable(Rechazo):
    espera = timedelta(0)


class Diferido(Rechazo):
    espera = timedelta(hours=4)


CLASES = {"RETRY_IMMEDIATELY": Reintentable, "WAIT_4_HOURS_BEFORE_RETRY": Diferido}


@singledispatch
def pausa(rechazo: Rechazo) -> Optional[timedelta]:
    return None


@pausa.register
def _(rechazo: Reintentable) -> Optional[timedelta]:
    return rechazo.espera


@pausa.register
def _(rechazo: Diferido) -> Optional[timedelta]:
    return rechazo.espera


class Pasarela(abc.ABC):
    intentos = 3

    @abc.abstractmethod
    def _llamar(self, servicio: str, datos: dict[str, str]) -> dict[str, Any]: ...

    def obtener(self, servicio: str, **datos: str) -> dict[str, Any]:
        for vuelta in range(1, self.intentos + 1):
            try:
                return self._llamar(servicio, datos)
            except Rechazo as rechazo:
                espera = pausa(rechazo)
                if espera is None or vuelta == self.intentos:
                    raise
                time.sleep(espera.total_seconds())
        raise RuntimeError("sin intentos")


class PasarelaKhipu(Pasarela):
    def __init__(self, token: str, base: str = "https://api.khipu.com"):
        self.base = base
        self.token = token

    def _llamar(self, servicio: str, datos: dict[str, str]) -> dict[str, Any]:
        r = requests.post(
            f"{self.base}/v1/cl/{servicio}",
            json=datos,
            headers={"Authorization": f"Bearer {self.token}"},
            timeout=240,
        )
        sobre = Sobre.model_validate_json(r.content)
        if sobre.error is not None:
            raise CLASES.get(sobre.error.tipo, Definitivo)(sobre.error)
        return sobre.datos or {}
