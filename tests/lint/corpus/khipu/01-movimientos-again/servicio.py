"""Movimientos bancarios de los clientes, vía Khipu."""
from datetime import timedelta

import requests

KHIPU = "https://api.khipu.com"

TIPOS_INMEDIATOS = frozenset({"RETRY_IMMEDIATELY"})
TIPOS_DIFERIDOS = frozenset({"WAIT_4_HOURS"})
MAX_INTENTOS = 3


class ErrorDeServicio(Exception):
    def __init__(self, mensaje, codigo, tipo):
        super().__init__("[%s] %s" % (codigo, mensaje))
        self.mensaje = mensaje
        self.codigo = codigo
        self.tipo = tipo


class ErrorDiferido(ErrorDeServicio):
    """El servicio vuelve a estar disponible más tarde."""

    espera = timedelta(hours=4)


class ServicioMovimientos:
    def __init__(self, token, base_url=KHIPU, sesion=None):
        self.base_url = base_url.rstrip("/")
        self.sesion = sesion or requests.Session()
        self.sesion.headers["Authorization"] = "Bearer " + token

    def _pedir(self, banco, datos):
        respuesta = self.sesion.post(
            self.base_url + "/v1/cl/banks/%s/account-movements" % banco,
            json=datos,
            timeout=120,
        )
        return respuesta.json()

    def _construir_error(self, error):
        detalle = error.get("Message", "sin detalle")
        if error["Type"] in TIPOS_DIFERIDOS:
            return ErrorDiferido(detalle, error["Code"], error["Type"])
        return ErrorDeServicio(detalle, error["Code"], error["Type"])

    def obtener(self, banco, rut, clave, mes):
        datos = {"Username": rut, "Password": clave, "Month": mes}
        for intento in range(1, MAX_INTENTOS + 1):
            cuerpo = self._pedir(banco, datos)
            if cuerpo["Status"] == "OK":
                return cuerpo["Data"]["Movements"]
            error = cuerpo["Error"]
            if error["Type"] in TIPOS_INMEDIATOS and intento < MAX_INTENTOS:
                continue
            raise self._construir_error(error)
