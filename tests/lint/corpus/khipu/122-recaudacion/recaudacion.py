"""Consultas a Khipu para recaudación. La espera larga va a la tabla de diferidos, nunca al proceso."""
from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone
from typing import Any

import requests

from modelo import Consejo, Familia, Incidencia, Resultado

log = logging.getLogger("recaudacion")

CUATRO_HORAS = timedelta(hours=4)
MARGEN = timedelta(minutes=5)
PAUSAS = (1.0, 2.0, 4.0)


class RespuestaIlegible(Exception):
    def __init__(self, status: int, texto: str) -> None:
        super().__init__(f"HTTP {status}: {len(texto)} caracteres que no son una respuesta de Khipu")
        self.status = status


@dataclass
class Avisos:
    """Lo que sale de aquí hacia personas. En pruebas se cambian por listas."""

    cliente: Callable[[str, Incidencia], None]
    guardia: Callable[[str, Incidencia], None]
    soporte: Callable[[str, Incidencia], None]

    def repartir(self, referencia: str, incidencia: Incidencia) -> None:
        match incidencia.familia:
            case Familia.ACCESO | Familia.FALTA_INFORMACION:
                self.cliente(referencia, incidencia)
            case Familia.AUTENTICACION | Familia.PARAMETROS | Familia.PETICION:
                self.guardia(referencia, incidencia)
            case Familia.SIN_DATOS:
                log.info("%s: sin datos (%s)", referencia, incidencia.codigo)
            case _:
                self.soporte(referencia, incidencia)


class Recaudacion:
    def __init__(self, raiz: str, token: str, avisos: Avisos, diferidos: list[tuple[str, datetime]]) -> None:
        self.raiz = raiz.rstrip("/")
        self.avisos = avisos
        self.diferidos = diferidos
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {token}"

    def _preguntar(self, servicio: str, campos: dict[str, Any]) -> Resultado:
        r = self.http.post(f"{self.raiz}/{servicio}", json=campos, timeout=(5, 120))
        try:
            cuerpo = r.json()
        except ValueError:
            raise RespuestaIlegible(r.status_code, r.text) from None
        if not isinstance(cuerpo, dict):
            raise RespuestaIlegible(r.status_code, r.text)
        if cuerpo.get("Status") == "OK" and cuerpo.get("Error") is None:
            return Resultado(datos=cuerpo.get("Data") or {})
        if isinstance(cuerpo.get("Error"), dict):
            return Resultado(incidencia=Incidencia.leer(cuerpo["Error"]))
        raise RespuestaIlegible(r.status_code, r.text)

    def consultar(self, referencia: str, servicio: str, campos: dict[str, Any]) -> Resultado:
        resultado = self._preguntar(servicio, campos)
        for envio, pausa in enumerate(PAUSAS, start=2):
            if resultado.completo or resultado.incidencia.consejo is not Consejo.AHORA:
                break
            time.sleep(pausa)
            resultado = replace(self._preguntar(servicio, campos), envios=envio)
        if resultado.completo:
            return resultado
        incidencia = resultado.incidencia
        log.warning("%s: %s %s tras %d envíos", referencia, incidencia.codigo, incidencia.tipo, resultado.envios)
        if incidencia.consejo is Consejo.EN_CUATRO_HORAS:
            desde = datetime.now(timezone.utc) + CUATRO_HORAS + MARGEN
            self.diferidos.append((referencia, desde))
            return replace(resultado, repetir_desde=desde)
        self.avisos.repartir(referencia, incidencia)
        return resultado

    def jornada(self, consultas: Iterable[tuple[str, str, dict[str, Any]]]) -> dict[str, Resultado | RespuestaIlegible]:
        """Todas las consultas del día: el fallo de una no para a las demás."""
        cierre: dict[str, Resultado | RespuestaIlegible] = {}
        for referencia, servicio, campos in consultas:
            try:
                cierre[referencia] = self.consultar(referencia, servicio, campos)
            except RespuestaIlegible as exc:
                cierre[referencia] = exc
        return cierre
