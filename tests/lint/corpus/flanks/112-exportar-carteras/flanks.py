# -*- coding: utf-8 -*-
import logging
import time

import requests

from errores import ErrorFlanks, TodaviaProcesando

log = logging.getLogger(__name__)

PROCESANDO = 20002

# qué hacer con cada código, para la columna "acción" del informe
ACCIONES = {
    20001: "abrir ticket con Flanks",
    20002: "esperar a que termine la extracción",
    20003: "en revisión, volver a mirar en 48 h",
    40001: "revisar la petición",
    50001: "banco caído, mañana",
    50002: "pedir credenciales nuevas al cliente",
    50003: "pedir al cliente el segundo factor",
}


class Flanks(object):
    ESPERA = 15
    MAX_CONSULTAS = 20

    def __init__(self, token, url="https://api.flanks.io"):
        self.url = url
        self.cabeceras = {"Authorization": "Bearer " + token, "Content-Type": "application/json"}

    def cartera(self, credencial):
        try:
            return self._cartera(credencial)
        except TodaviaProcesando:
            self._esperar(credencial)
            return self._cartera(credencial)

    def _cartera(self, credencial):
        return self._post("/v0/bank/credentials/portfolio", {"credentials_token": credencial})

    def _esperar(self, credencial):
        for _ in range(self.MAX_CONSULTAS):
            time.sleep(self.ESPERA)
            if not self._post("/v0/credentials/status", {"credentials_token": credencial})["pending"]:
                return
        log.warning("%s sigue pendiente tras %d consultas", credencial, self.MAX_CONSULTAS)

    def _post(self, ruta, datos):
        r = requests.post(self.url + ruta, json=datos, headers=self.cabeceras, timeout=30)
        cuerpo = r.json()
        if r.status_code == 200 and not cuerpo.get("error_code"):
            return cuerpo
        codigo = cuerpo.get("error_code")
        texto = cuerpo.get("error") or cuerpo.get("message")
        if codigo == PROCESANDO:
            raise TodaviaProcesando(r.status_code, codigo, texto)
        raise ErrorFlanks(r.status_code, codigo, texto)
