from __future__ import annotations

import logging
import time
from typing import Any

import requests

from .resultado import Falla, Ok, Resultado

log = logging.getLogger(__name__)


class SesionFlanks:
    def __init__(self, url: str, client_id: str, secreto: str, token: str = "") -> None:
        self.url = url
        self._cred = {"grant_type": "client_credentials", "client_id": client_id, "client_secret": secreto}
        self._token = token

    def _post(self, ruta: str, cuerpo: dict[str, Any]) -> Resultado:
        respuesta = requests.post(
            self.url + ruta, json=cuerpo, headers={"Authorization": "Bearer " + self._token}, timeout=60
        )
        try:
            datos = respuesta.json()
        except requests.JSONDecodeError:
            return Falla(respuesta.status_code, respuesta.text[:200])
        if not isinstance(datos, dict):
            return Falla(respuesta.status_code, "cuerpo inesperado")
        codigo = datos.get("error_code")
        if codigo is None and respuesta.status_code == 200:
            return Ok(datos)
        return Falla(codigo or respuesta.status_code, datos.get("error") or datos.get("message") or respuesta.reason)

    def _renovar(self) -> Resultado:
        nuevo = self._post("/v0/token", self._cred)
        if isinstance(nuevo, Ok):
            self._token = nuevo.valor["access_token"]
        return nuevo

    def pedir(self, ruta: str, cuerpo: dict[str, Any]) -> Resultado:
        pausas = {20002: iter([20] * 9), 500: iter((5, 20))}
        puede_renovar = True
        while isinstance(resultado := self._post(ruta, cuerpo), Falla):
            if resultado.clave == 401 and puede_renovar:
                puede_renovar = False
                if isinstance(fallo := self._renovar(), Falla):
                    return fallo
                continue
            pausa = next(pausas.get(resultado.clave, iter(())), None)
            if pausa is None:
                break
            log.info("%s: %s, otra vez en %ds", ruta, resultado.etiqueta, pausa)
            time.sleep(pausa)
        return resultado
