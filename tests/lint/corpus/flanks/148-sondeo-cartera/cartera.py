from __future__ import annotations

import http.client
import json
import time
from typing import Any
from urllib.parse import urlsplit

from estados import CarteraDetenida, CarteraEnRevision, Estado, Motivo, clasificar

Respuesta = tuple[int, dict[str, Any]]


class Canal:
    def __init__(self, base: str, token: str) -> None:
        partes = urlsplit(base)
        self._clase = http.client.HTTPSConnection if partes.scheme == "https" else http.client.HTTPConnection
        self._destino = partes.netloc
        self._cabeceras = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def post(self, ruta: str, datos: dict[str, Any]) -> Respuesta:
        conexion = self._clase(self._destino, timeout=30)
        try:
            conexion.request("POST", ruta, json.dumps(datos), self._cabeceras)
            r = conexion.getresponse()
            crudo = r.read()
        finally:
            conexion.close()
        try:
            return r.status, json.loads(crudo)
        except ValueError:
            return r.status, {"error": crudo.decode("utf-8", "replace")[:200]}


class Cartera:
    """Lee la cartera de una credencial y espera a que termine la extracción."""

    def __init__(self, canal: Canal, *, pausa: float = 20, sondeos: int = 30) -> None:
        self._canal = canal
        self._pausa = pausa
        self._sondeos = sondeos

    def leer(self, token: str) -> dict[str, Any]:
        estado, cuerpo, motivo = Estado.PIDIENDO, {}, None
        restantes = self._sondeos
        while not estado.final:
            match estado:
                case Estado.PIDIENDO:
                    status, cuerpo = self._canal.post("/v0/portfolio", {"credentials_token": token})
                    estado, motivo = clasificar(status, cuerpo)
                case Estado.EXTRAYENDO if restantes <= 0:
                    estado = Estado.DETENIDA
                    motivo = Motivo(400, 20002, "la extracción no termina", "soporte de Flanks")
                case Estado.EXTRAYENDO:
                    restantes -= 1
                    time.sleep(self._pausa)
                    estado, motivo = self._sondear(token)
        if estado is Estado.LISTA:
            return cuerpo
        assert motivo is not None
        raise (CarteraEnRevision if estado is Estado.EN_REVISION else CarteraDetenida)(motivo)

    def _sondear(self, token: str) -> tuple[Estado, Motivo | None]:
        status, avance = self._canal.post("/v0/credentials/status", {"credentials_token": token})
        estado, motivo = clasificar(status, avance)
        if estado is not Estado.LISTA:
            return estado, motivo
        if avance.get("errored"):
            return Estado.DETENIDA, Motivo(status, 20001, "dato con error en la extracción", "soporte de Flanks")
        if not avance.get("created", True):
            return Estado.EXTRAYENDO, None
        return Estado.PIDIENDO, None
