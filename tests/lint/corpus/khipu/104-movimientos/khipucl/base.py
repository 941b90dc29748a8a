import logging
import time

import requests

from . import settings
from .errores import KhipuError

logger = logging.getLogger(__name__)


class ApiBase:
    servicio = None

    def __init__(self, token, base_url=settings.KHIPU_URL, timeout=settings.KHIPU_TIMEOUT, sesion=None):
        self.base_url = base_url.rstrip("/")
        self.timeout = timeout
        self.sesion = sesion or requests.Session()
        self.sesion.headers.update(settings.CABECERAS)
        self.sesion.headers["Authorization"] = "Bearer " + token

    def _url(self, ruta):
        return "%s/v1/cl/services/%s/%s" % (self.base_url, self.servicio, ruta.lstrip("/"))

    def _request(self, metodo, ruta, *, cuerpo=None, params=None, timeout=None, reintentos=None,
                 pausa=settings.PAUSA, cabeceras=None):
        """Devuelve ``Data`` o levanta una subclase de KhipuError."""
        reintentos = reintentos or settings.REINTENTOS
        for intento in range(1, reintentos + 1):
            try:
                resp = self.sesion.request(
                    metodo,
                    self._url(ruta),
                    json=cuerpo,
                    params=params,
                    headers=cabeceras,
                    timeout=timeout or self.timeout,
                )
            except requests.ConnectionError:
                logger.warning("sin conexion con khipu (intento %s/%s)", intento, reintentos)
                if intento == reintentos:
                    raise
                time.sleep(pausa)
                continue
            doc = resp.json()
            if doc.get("Status") == "OK":
                return doc.get("Data")
            error = KhipuError.from_response(doc)
            logger.info("khipu respondio %s (%s)", error, error.operacion)
            if error.definitivo or intento == reintentos:
                raise error
            time.sleep(pausa)

    def _post(self, ruta, cuerpo, **kwargs):
        return self._request("POST", ruta, cuerpo=cuerpo, **kwargs)


class CredencialesMixin:
    """Arma el cuerpo con usuario y clave para los servicios que lo piden."""

    def _login(self, rut, clave, **extra):
        cuerpo = {"Username": self._limpiar_rut(rut), "Password": clave}
        cuerpo.update({k: v for k, v in extra.items() if v is not None})
        return cuerpo

    @staticmethod
    def _limpiar_rut(rut):
        return rut.replace(".", "").upper()
