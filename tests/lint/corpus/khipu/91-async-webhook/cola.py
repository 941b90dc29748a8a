"""Solicitudes asíncronas a Khipu y su estado."""
from __future__ import annotations

import logging
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Any

import httpx

from modelos import ErrorKhipu, Respuesta, Tratamiento

log = logging.getLogger("cola")

MAX_INTENTOS = 3


@dataclass(frozen=True)
class Solicitud:
    rut: str
    servicio: str
    proxima: datetime | None
    intentos: int = 0
    estado: str = "pendiente"
    ultimo_error: str | None = None
    datos: Any = None


def _ahora() -> datetime:
    return datetime.now(timezone.utc)


class Repositorio:
    def __init__(self) -> None:
        self.por_rut: dict[str, Solicitud] = {}
        self.por_operacion: dict[str, str] = {}

    def guardar(self, solicitud: Solicitud, operacion: str | None = None) -> None:
        self.por_rut[solicitud.rut] = solicitud
        if operacion:
            self.por_operacion[operacion] = solicitud.rut

    def de_operacion(self, operacion: str) -> Solicitud:
        return self.por_rut[self.por_operacion[operacion]]

    def listas(self) -> list[Solicitud]:
        limite = _ahora()
        return [s for s in self.por_rut.values() if s.proxima is not None and s.proxima <= limite]


class ServicioSolicitudes:
    def __init__(self, http: httpx.AsyncClient, repositorio: Repositorio, url_webhook: str) -> None:
        self._http = http
        self._repositorio = repositorio
        self._url_webhook = url_webhook

    async def despachar(self) -> None:
        """Lo llama el planificador cada minuto."""
        for solicitud in self._repositorio.listas():
            en_curso = replace(solicitud, intentos=solicitud.intentos + 1, proxima=None, estado="enviada")
            try:
                r = await self._http.post(
                    f"https://api.khipu.com/v1/cl/services/{solicitud.servicio}",
                    json={"Username": solicitud.rut, "WebhookUrl": self._url_webhook},
                )
            except httpx.ConnectError:
                log.warning("sin conexión con khipu; queda %s para la próxima vuelta", solicitud.rut)
                continue
            respuesta = Respuesta.desde(r.json())
            self._repositorio.guardar(en_curso, respuesta.operacion)
            if respuesta.error:
                self._con_error(en_curso, respuesta.error)

    def recibir(self, respuesta: Respuesta) -> Solicitud:
        solicitud = self._repositorio.de_operacion(respuesta.operacion)
        if respuesta.error:
            return self._con_error(solicitud, respuesta.error)
        lista = replace(solicitud, estado="lista", datos=respuesta.datos, ultimo_error=None)
        self._repositorio.guardar(lista)
        return lista

    def _con_error(self, solicitud: Solicitud, error: ErrorKhipu) -> Solicitud:
        if error.codigo == "A000":
            log.critical("token de khipu rechazado: %s", error)
        match error.tratamiento:
            case Tratamiento.AHORA if solicitud.intentos < MAX_INTENTOS:
                nueva = replace(solicitud, estado="pendiente", proxima=_ahora(), ultimo_error=str(error))
            case Tratamiento.EN_CUATRO_HORAS if solicitud.intentos < MAX_INTENTOS:
                nueva = replace(solicitud, estado="pendiente", proxima=_ahora() + timedelta(hours=4),
                                ultimo_error=str(error))
            case _:
                estado = "vencida" if error.codigo == "L000" else "fallida"
                nueva = replace(solicitud, estado=estado, proxima=None, ultimo_error=str(error))
        log.info("%s -> %s (%s)", solicitud.rut, nueva.estado, error)
        self._repositorio.guardar(nueva)
        return nueva
