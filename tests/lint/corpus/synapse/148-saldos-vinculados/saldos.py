"""Vincula cuentas por bank login y refresca sus saldos."""
from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import requests

from politicas import ABANDONAR, POLITICAS, AtencionDelTitular, CredencialesVencidas, ErrorSynapse, SinCuentaAch

Cuerpo = dict[str, Any]


def levantar(cuerpo: Cuerpo) -> None:
    http, codigo, texto = cuerpo["http_code"], cuerpo["error_code"], cuerpo["error"]["en"]
    match (http, codigo):
        case ("402", _):
            raise SinCuentaAch(http, codigo, texto)
        case ("402", "500"):
            raise AtencionDelTitular(http, codigo, texto)
        case ("401", "110") | ("400", "200"):
            raise CredencialesVencidas(http, codigo, texto)
        case _:
            raise ErrorSynapse(http, codigo, texto)


class SaldosSynapse:
    def __init__(
        self,
        base: str,
        usuario: str,
        llave: str,
        sesion: requests.Session | None = None,
        pausar: Callable[[float], None] | None = None,
    ) -> None:
        self._base = f"{base.rstrip('/')}/users/{usuario}"
        self._http = sesion or requests.Session()
        self._http.headers["X-SP-USER"] = llave
        self._http.hooks["response"].append(self._anotar)
        self._pausar = pausar or time.sleep
        self.bitacora: list[tuple[str, int]] = []

    def _anotar(self, respuesta: requests.Response, **_: Any) -> None:
        self.bitacora.append((respuesta.request.method or "?", respuesta.status_code))

    def vincular(self, banco: str, usuario: str, clave: str) -> Cuerpo:
        info = {"bank_name": banco, "bank_id": usuario, "bank_pw": clave}
        cuerpo = self._http.post(f"{self._base}/nodes", json={"type": "ACH-US", "info": info}, timeout=60).json()
        if cuerpo["error_code"] == "10":
            return {"pendiente": cuerpo["mfa"]}
        if cuerpo["error_code"] != "0":
            levantar(cuerpo)
        return {"cuentas": cuerpo["nodes"]}

    def refrescar(self, nodo: str) -> Cuerpo:
        hechos = 0
        while True:
            cuerpo = self._http.patch(f"{self._base}/nodes/{nodo}", params={"refresh": "YES"}, timeout=60).json()
            hechos += 1
            if cuerpo["error_code"] == "0":
                return cuerpo["info"]["balance"]
            politica = POLITICAS.get(cuerpo["error_code"], ABANDONAR)
            if politica.espera is None or hechos >= politica.intentos:
                levantar(cuerpo)
            else:
                self._pausar(politica.espera)
