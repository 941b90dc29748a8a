#!/usr/bin/env python3
"""Descarga la cartera de un cliente desde Flanks.

Códigos de salida (sysexits): 0 bien, 64 petición mal hecha, 70 incidencia de Flanks,
75 todavía no hay datos, 77 hace falta el cliente, 78 nuestras credenciales de API.
"""
from __future__ import annotations

import argparse
import json
import os
import sys
import time
import urllib.error
import urllib.request
from typing import Any, NamedTuple, NoReturn

USO, INCIDENCIA, TODAVIA_NO, CLIENTE, CONFIG = 64, 70, 75, 77, 78

PAUSA = 30
VUELTAS = 20


class Respuesta(NamedTuple):
    estado: int
    codigo: int | None
    datos: dict[str, Any]


class Fallo(Exception):
    def __init__(self, salida: int, consejo: str, resp: Respuesta) -> None:
        super().__init__(f"[{resp.estado}/{resp.codigo}] {resp.datos.get('error', '')} -> {consejo}")
        self.salida = salida
        self.resp = resp


def _leer(estado: int, crudo: bytes) -> Respuesta:
    try:
        datos = json.loads(crudo)
    except ValueError:
        datos = {"error": crudo[:200].decode("utf-8", "replace")}
    return Respuesta(estado, datos.get("error_code"), datos)


def explicar(resp: Respuesta) -> NoReturn:
    match resp:
        case Respuesta(codigo=20001):
            raise Fallo(INCIDENCIA, "abrir un ticket a soporte de Flanks", resp)
        case Respuesta(codigo=20002):
            raise Fallo(TODAVIA_NO, "la extracción sigue en marcha", resp)
        case Respuesta(codigo=20003):
            raise Fallo(TODAVIA_NO, "comprobaciones de seguridad, volver en 48 horas", resp)
        case Respuesta(codigo=40001):
            raise Fallo(USO, "revisar los parámetros", resp)
        case Respuesta(codigo=50001):
            raise Fallo(TODAVIA_NO, "banco caído, probar más tarde", resp)
        case Respuesta(codigo=50002):
            raise Fallo(CLIENTE, "pedir al cliente que revise sus claves", resp)
        case Respuesta(codigo=50003):
            raise Fallo(CLIENTE, "pedir al cliente el segundo factor", resp)
        case Respuesta(estado=401):
            raise Fallo(CONFIG, "revisar FLANKS_TOKEN", resp)
        case Respuesta(estado=405 | 415):
            raise Fallo(USO, "el programa llama mal a la API", resp)
        case _:
            raise Fallo(INCIDENCIA, "error interno de Flanks", resp)


class Flanks:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.token = token
        self.base_url = base_url

    def _post(self, ruta: str, cuerpo: dict[str, Any]) -> Respuesta:
        peticion = urllib.request.Request(
            self.base_url + ruta,
            data=json.dumps(cuerpo).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
            method="POST",
        )
        for espera in (1, 4, 0):
            try:
                with urllib.request.urlopen(peticion, timeout=60) as r:
                    return _leer(r.status, r.read())
            except urllib.error.HTTPError as exc:
                return _leer(exc.code, exc.read())
            except urllib.error.URLError:
                if not espera:
                    raise
                time.sleep(espera)
        raise RuntimeError("inalcanzable")

    def cartera(self, credentials_token: str) -> dict[str, Any]:
        cuerpo = {"credentials_token": credentials_token}
        resp = self._post("/v0/investment/portfolios", cuerpo)
        for _ in range(VUELTAS):
            if resp.codigo != 20002:
                break
            time.sleep(PAUSA)
            resp = self._post("/v0/investment/portfolios", cuerpo)
        if resp.estado == 200 and resp.codigo is None:
            return resp.datos
        explicar(resp)


def main(argv: list[str] | None = None) -> int:
    args = argparse.ArgumentParser(description=__doc__)
    args.add_argument("credentials_token")
    args.add_argument("--salida", type=argparse.FileType("w"), default="-")
    ns = args.parse_args(argv)
    try:
        datos = Flanks(os.environ["FLANKS_TOKEN"]).cartera(ns.credentials_token)
    except Fallo as exc:
        print(exc, file=sys.stderr)
        return exc.salida
    json.dump(datos, ns.salida, indent=2)
    return 0


if __name__ == "__main__":
    sys.exit(main())
