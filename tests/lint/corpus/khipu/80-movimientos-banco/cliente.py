"""Cliente de datos bancarios de Khipu."""
import logging
import time

import requests

from excepciones import (
    ErrorBancoNoDisponible,
    ErrorCredenciales,
    ErrorKhipu,
    ErrorParametros,
    SinDatos,
)

logger = logging.getLogger(__name__)

URL_BASE = "https://api.khipu.com"

NO_REINTENTAR = "DO_NOT_RETRY"
REINTENTAR_YA = "RETRY_IMMEDIATELY"
ESPERAR = "WAIT_4_HOURS_BEFORE_RETRY"

PAUSAS = {
    REINTENTAR_YA: 0,
    ESPERAR: 4 * 60,
}


class ClienteKhipu:
    def __init__(self, token, url_base=URL_BASE, max_intentos=3, timeout=90):
        self.url_base = url_base
        self.max_intentos = max_intentos
        self.timeout = timeout
        self.sesion = requests.Session()
        self.sesion.headers["Authorization"] = "Bearer " + token

    def obtener_movimientos(self, banco, rut, clave, mes):
        cuerpo = {"Username": rut, "Password": clave, "Month": mes}
        ruta = f"/v1/cl/services/{banco}/account-statement"
        for intento in range(1, self.max_intentos + 1):
            try:
                return self._post(ruta, cuerpo)
            except ErrorKhipu as error:
                pausa = PAUSAS.get(error.tipo)
                if pausa is None or intento == self.max_intentos:
                    raise
                logger.warning("intento %d de %s falló con %s, espero %d s",
                               intento, ruta, error.codigo, pausa)
                time.sleep(pausa)

    def _post(self, ruta, cuerpo):
        respuesta = self.sesion.post(self.url_base + ruta, json=cuerpo, timeout=self.timeout)
        datos = respuesta.json()
        if datos["Status"] == "OK":
            return datos["Data"]
        self._lanzar(datos["Error"])

    @staticmethod
    def _lanzar(error):
        codigo = error["Code"]
        tipo = error["Type"]
        mensaje = error.get("Message", "sin detalle")
        if codigo.startswith("E1"):
            raise ErrorCredenciales(codigo, tipo, mensaje)
        if codigo.startswith("E2"):
            raise ErrorBancoNoDisponible(codigo, tipo, mensaje)
        if codigo.startswith("E3"):
            raise SinDatos(codigo, tipo, mensaje)
        if codigo.startswith("E4"):
            raise ErrorParametros(codigo, tipo, mensaje)
        raise ErrorKhipu(codigo, tipo, mensaje)
