# -*- coding: utf-8 -*-
"""Consulta de deudas en Tesorería a través de Khipu."""
import logging

import requests

import excepciones

log = logging.getLogger(__name__)


class Khipu(object):
    """
    `obtener_token` es una función sin argumentos que emite un JWT nuevo;
    los tokens duran poco, así que a veces caducan a mitad del lote.
    """

    def __init__(self, obtener_token, url="https://api.khipu.com", repeticiones=1):
        self.obtener_token = obtener_token
        self.token = obtener_token()
        self.url = url
        self.repeticiones = repeticiones

    def deudas(self, rut, clave):
        try:
            return self._deudas(rut, clave)
        except excepciones.TokenRechazado:
            log.info("token rechazado, pido otro")
            self.token = self.obtener_token()
            return self._deudas(rut, clave)

    def _deudas(self, rut, clave):
        quedan = self.repeticiones
        while True:
            try:
                return self._post("/v1/cl/services/tgr.cl/debts", {"Username": rut, "Password": clave})
            except excepciones.KhipuError as error:
                if not error.se_puede_repetir or not quedan:
                    raise
                quedan -= 1
                log.warning("%s, repito", error)

    def _post(self, ruta, cuerpo):
        r = requests.post(
            self.url + ruta,
            json=cuerpo,
            headers={"Authorization": "Bearer %s" % self.token},
            timeout=120,
        )
        doc = r.json()
        if doc["Status"] == "ERROR":
            raise excepciones.desde_respuesta(doc["Error"])
        return doc["Data"]
