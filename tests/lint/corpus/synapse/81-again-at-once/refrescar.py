"""Actualiza los saldos de un usuario."""
from __future__ import annotations

import json
import urllib.error
import urllib.request
from dataclasses import dataclass


@dataclass
class ErrorSynapse(Exception):
    http_code: str
    error_code: str
    detalle: dict

    def __str__(self) -> str:
        return f"{self.http_code}/{self.error_code}"


class Banco:
    def __init__(self, url: str = "https://api.synapsefi.com/v3.1", cabeceras: dict[str, str] | None = None) -> None:
        self.url = url
        self.cabeceras = cabeceras or {}

    def _patch(self, ruta: str) -> dict:
        pedido = urllib.request.Request(self.url + ruta, method="PATCH", headers=self.cabeceras)
        try:
            with urllib.request.urlopen(pedido, timeout=100) as respuesta:
                cuerpo = json.load(respuesta)
        except urllib.error.HTTPError as error:
            cuerpo = json.load(error)
        if cuerpo.get("error_code", "0") != "0":
            raise ErrorSynapse(cuerpo.get("http_code", ""), cuerpo["error_code"], cuerpo.get("error", {}))
        return cuerpo

    def refrescar(self, usuario: str, nodo: str, intentos: int = 4) -> dict:
        """`intentos`: cuántas veces se pide si el banco no está disponible."""
        try:
            return self._patch(f"/users/{usuario}/nodes/{nodo}?resync=BALANCE")
        except ErrorSynapse as error:
            no_disponible = error.http_code == "503" and error.error_code == "503"
            if intentos > 1 and no_disponible:
                return self.refrescar(usuario, nodo, intentos - 1)
            raise
