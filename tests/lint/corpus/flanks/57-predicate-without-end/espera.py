"""Espera a que los datos estén listos."""
from __future__ import annotations

from collections import namedtuple

import backoff
import httpx

Respuesta = namedtuple("Respuesta", "estado cuerpo")

PROCESANDO = 20002


class ErrorDatos(Exception):
    def __init__(self, respuesta):
        self.respuesta = respuesta
        self.codigo = respuesta.cuerpo.get("error_code")
        super().__init__("%s/%s" % (respuesta.estado, self.codigo))


def procesando(respuesta):
    return respuesta.cuerpo.get("error_code") == PROCESANDO


class Cartera:
    def __init__(self, http):
        self.http = http

    @backoff.on_predicate(backoff.constant, procesando, interval=30, jitter=None)
    async def _pedir(self, ruta, credencial):
        r = await self.http.post(ruta, json={"credentials_token": credencial})
        return Respuesta(r.status_code, r.json())

    async def leer(self, credencial):
        respuesta = await self._pedir("/v0/bank/portfolio", credencial)
        if respuesta.estado != 200 or "error_code" in respuesta.cuerpo:
            raise ErrorDatos(respuesta)
        return respuesta.cuerpo["portfolios"]


def abrir(token, base="https://api.flanks.io"):
    return httpx.AsyncClient(base_url=base, headers={"Authorization": "Bearer " + token}, timeout=30)
