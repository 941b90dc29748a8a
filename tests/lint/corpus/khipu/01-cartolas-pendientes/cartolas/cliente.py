from __future__ import annotations

from typing import Any

import httpx

from .configuracion import Configuracion
from .errores import Inmediato, desde_json


class ClienteKhipu:
    def __init__(self, conf: Configuracion) -> None:
        self.conf = conf
        self.http = httpx.Client(base_url=conf.url, headers={"Authorization": f"Bearer {conf.token}"}, timeout=120)

    def cartola(self, rut: str, clave: str, mes: str, *, restantes: int | None = None) -> dict[str, Any]:
        if restantes is None:
            restantes = self.conf.intentos_seguidos - 1
        cuerpo = {"Username": rut, "Password": clave, "Month": mes}
        doc = self.http.post("/v1/cl/banks/bancochile.cl/statement", json=cuerpo).json()
        if doc["Status"] == "OK":
            return doc["Data"]
        error = desde_json(doc["Error"])
        if isinstance(error, Inmediato) and restantes:
            return self.cartola(rut, clave, mes, restantes=restantes - 1)
        raise error
