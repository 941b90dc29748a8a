# -*- coding: utf-8 -*-
"""Acceso a las cartolas bancarias a través de Khipu."""
import enum
import logging
import time

import requests

logger = logging.getLogger(__name__)


class Consejo(str, enum.Enum):
    NO_REINTENTAR = "DO_NOT_RETRY"
    REINTENTAR = "RETRY_IMMEDIATELY"
    ESPERAR = "WAIT_FOUR_HOURS_BEFORE_RETRY"


class KhipuError(Exception):
    def __init__(self, error, operacion=None):
        super().__init__("%(Code)s %(Type)s: %(Description)s" % error)
        self.codigo = error["Code"]
        self.consejo = error["Type"]
        self.descripcion = error["Description"]
        self.operacion = operacion


class KhipuEnEspera(KhipuError):
    """Khipu pide volver más tarde; la cuenta queda en la cola de la tarde."""


class ClienteKhipu:
    def __init__(self, token, base_url="https://api.khipu.com", intentos=3):
        self.base_url = base_url
        self.intentos = intentos
        self.http = requests.Session()
        self.http.headers.update({"Authorization": "Bearer %s" % token})

    def _pedir(self, banco, datos):
        url = "%s/v1/cl/banks/%s/statement" % (self.base_url, banco)
        return self.http.post(url, json=datos, timeout=120).json()

    def cartola(self, banco, rut, clave, mes):
        datos = {"Username": rut, "Password": clave, "Period": mes}
        for intento in range(1, self.intentos + 1):
            cuerpo = self._pedir(banco, datos)
            if cuerpo["Status"] == "OK":
                return cuerpo["Data"]["Movements"]
            error = cuerpo["Error"]
            if error["Type"] == Consejo.REINTENTAR and intento < self.intentos:
                logger.info("intento %d de %s en %s", intento, rut, banco)
                time.sleep(intento)
                continue
            if error["Type"] == Consejo.ESPERAR:
                raise KhipuEnEspera(error, cuerpo.get("OperationId"))
            if error["Code"].startswith("E"):
                # mes todavía sin cartola
                return []
            raise KhipuError(error, cuerpo.get("OperationId"))
