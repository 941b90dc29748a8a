import json
from dataclasses import dataclass

import urllib3

from reintentos import reintentar


@dataclass(frozen=True)
class Detalle:
    codigo: str
    tipo: str
    descripcion: str

    @classmethod
    def leer(cls, error):
        return cls(error["Code"], error["Type"], error["Description"])


class ErrorKhipu(Exception):
    def __init__(self, detalle):
        super().__init__("{0.codigo}: {0.descripcion}".format(detalle))
        self.detalle = detalle


class RespuestaIlegible(Exception):
    pass


def inmediato(exc):
    return isinstance(exc, ErrorKhipu) and exc.detalle.tipo == "RETRY_IMMEDIATELY"


class ClienteKhipu:
    def __init__(self, token, base="https://api.khipu.com"):
        self.base = base
        self.pool = urllib3.PoolManager(
            headers={"Authorization": "Bearer %s" % token, "Content-Type": "application/json"},
            retries=urllib3.Retry(connect=3, read=0, status=0, redirect=0, other=0, backoff_factor=0.2),
            timeout=urllib3.Timeout(connect=4, read=110),
        )

    @reintentar(veces=2, si=inmediato)
    def _request(self, ruta, cuerpo):
        r = self.pool.request("POST", self.base + ruta, body=json.dumps(cuerpo).encode())
        try:
            documento = json.loads(r.data)
        except ValueError:
            raise RespuestaIlegible("%s -> %d" % (ruta, r.status))
        return self._abrir(documento)

    @staticmethod
    def _abrir(documento):
        if documento["Status"] == "OK":
            return documento["Data"]
        raise ErrorKhipu(Detalle.leer(documento["Error"]))

    def cartola(self, rut, clave, periodo):
        return self._request(
            "/v1/cl/banks/santander.cl/statement",
            {"Username": rut, "Password": clave, "Period": periodo},
        )

    def aviso(self, documento):
        """Resultado de una llamada asincrona, tal como llega a nuestro webhook."""
        return self._abrir(documento)
