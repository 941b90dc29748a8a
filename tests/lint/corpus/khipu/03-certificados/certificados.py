"""Descarga certificados de cotizaciones; reintenta por su cuenta lo que Khipu dice que se puede."""
import logging
import time
from datetime import timedelta
from enum import StrEnum

import requests

logger = logging.getLogger(__name__)


class Consejo(StrEnum):
    NO = "DO_NOT_RETRY"
    YA = "RETRY_IMMEDIATELY"
    LUEGO = "WAIT_4_HOURS_BEFORE_RETRY"


PAUSAS = {
    Consejo.YA: timedelta(seconds=2),
    Consejo.LUEGO: timedelta(minutes=4),
}


class CertificadoError(RuntimeError):
    def __init__(self, error):
        self.codigo = error["Code"]
        self.consejo = Consejo(error["Type"])
        super().__init__("%s (%s): %s" % (self.codigo, self.consejo, error["Description"]))

    @property
    def pausa(self):
        return PAUSAS.get(self.consejo)


class SinCotizaciones(CertificadoError):
    pass


class ClaveRechazada(CertificadoError):
    pass


def _clase(codigo):
    if codigo.startswith("E1"):
        return ClaveRechazada
    if codigo.startswith("E3"):
        return SinCotizaciones
    return CertificadoError


class Certificados:
    def __init__(self, token, base="https://api.khipu.com", intentos=3):
        self.base = base.rstrip("/")
        self.intentos = intentos
        self.http = requests.Session()
        self.http.headers["Authorization"] = "Bearer " + token

    def _una_vez(self, rut, clave):
        r = self.http.post(
            self.base + "/v1/cl/services/previred.com/certificate",
            json={"Username": rut, "Password": clave},
            timeout=100,
        )
        sobre = r.json()
        if sobre["Status"] == "ERROR":
            error = sobre["Error"]
            raise _clase(error["Code"])(error)
        return sobre["Data"]

    def certificado(self, rut, clave):
        for quedan in reversed(range(self.intentos)):
            try:
                return self._una_vez(rut, clave)
            except CertificadoError as e:
                if e.pausa is None or not quedan:
                    raise
                logger.warning("%s; nuevo intento en %s", e, e.pausa)
                time.sleep(e.pausa.total_seconds())
