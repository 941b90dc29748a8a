from __future__ import annotations

import json
import urllib.error
import urllib.request
from typing import NamedTuple


class Respuesta(NamedTuple):
    estado: int
    cuerpo: dict

    @property
    def codigo(self) -> int | None:
        return self.cuerpo.get("error_code")


class Transporte:
    def __init__(self, token: str, base: str = "https://api.flanks.io") -> None:
        self.base = base
        self.cabeceras = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}

    def enviar(self, ruta: str, datos: dict) -> Respuesta:
        peticion = urllib.request.Request(self.base + ruta, json.dumps(datos).encode(), self.cabeceras)
        try:
            with urllib.request.urlopen(peticion, timeout=60) as r:
                return Respuesta(r.status, json.load(r))
        except urllib.error.HTTPError as e:
            with e:
                return Respuesta(e.code, json.load(e))
