from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx

from .errores import SinDatos, fallo_de
from .modelos import Cartola, Respuesta
from .reintentos import con_token_nuevo, otra_vez


class ClienteCartolas:
    def __init__(self, emitir_jwt: Callable[[], str], base_url: str = "https://api.khipu.com") -> None:
        self._emitir = emitir_jwt
        self._http = httpx.Client(base_url=base_url, timeout=120.0)
        self.renovar_token()

    def renovar_token(self) -> None:
        self._http.headers["Authorization"] = f"Bearer {self._emitir()}"

    @con_token_nuevo
    @otra_vez(veces=3)
    def _consultar(self, ruta: str, cuerpo: dict[str, Any]) -> dict[str, Any]:
        resp = self._http.post(ruta, json=cuerpo)
        leida = Respuesta.model_validate(resp.json())
        if leida.error is not None:
            raise fallo_de(leida.error)
        return leida.datos or {}

    def cartola(self, banco: str, rut: str, clave: str, mes: str) -> Cartola:
        try:
            datos = self._consultar(f"/v1/cl/banks/{banco}/statement", {"Username": rut, "Password": clave, "Month": mes})
        except SinDatos as exc:
            return Cartola(sin_datos_por=exc.error)
        return Cartola(movimientos=datos.get("Transactions", []))
