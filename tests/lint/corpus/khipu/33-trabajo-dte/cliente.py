from __future__ import annotations

import json
from collections.abc import Callable

import urllib3

from ajustes import Ajustes
from respuestas import Consejo, FallaKhipu, Libro, leer


class ClienteSII:
    def __init__(self, ajustes: Ajustes, emitir_token: Callable[[], str]) -> None:
        self.ajustes = ajustes
        self._emitir_token = emitir_token
        self._token = emitir_token()
        self._http = urllib3.PoolManager(retries=False, timeout=ajustes.segundos_maximos)

    def _pedir(self, rut: str, clave: str, periodo: str) -> Libro:
        respuesta = self._http.request(
            "POST",
            f"{self.ajustes.url}/v1/cl/services/sii.cl/dte-book",
            body=json.dumps({"Username": rut, "Password": clave, "Period": periodo}),
            headers={"Authorization": f"Bearer {self._token}", "Content-Type": "application/json"},
        )
        return leer(respuesta.data)

    def libro(self, rut: str, clave: str, periodo: str) -> Libro:
        renovado = False
        reenvios = 0
        while True:
            try:
                return self._pedir(rut, clave, periodo)
            except FallaKhipu as falla:
                if falla.consejo is Consejo.CUATRO_HORAS:
                    raise
                if falla.sin_datos:
                    return Libro([], vacio_por=falla.codigo)
                if falla.token_vencido and not renovado:
                    self._token = self._emitir_token()
                    renovado = True
                elif falla.consejo is Consejo.YA and reenvios < self.ajustes.reenvios:
                    reenvios += 1
                else:
                    raise
