import datetime
import logging

import backoff
import requests

from textos import aviso

registro = logging.getLogger("flanks")

EN_CURSO = 20002
BANCO_CAIDO = 50001
EN_REVISION = 20003


class Rechazo(Exception):
    def __init__(self, estado, cuerpo):
        self.estado = estado
        self.cuerpo = cuerpo
        self.codigo = cuerpo.get("error_code")
        self.aviso = aviso(self.codigo, cuerpo.get("error", ""))
        super().__init__("%s/%s" % (estado, self.codigo))


def es_definitivo(exc):
    return exc.codigo not in (EN_CURSO, BANCO_CAIDO)


def anotar(detalles):
    registro.info("intento %(tries)d, espera de %(wait)0.0f s", detalles)


class Servicio:
    def __init__(self, token, base="https://api.flanks.io"):
        self.base = base
        self.sesion = requests.Session()
        self.sesion.headers["Authorization"] = "Bearer " + token

    @backoff.on_exception(
        backoff.expo, Rechazo, factor=30, max_value=300, max_tries=7, jitter=None, giveup=es_definitivo, on_backoff=anotar
    )
    def saldo(self, credencial):
        r = self.sesion.post(self.base + "/v0/bank/summary", json={"credentials_token": credencial}, timeout=30)
        cuerpo = r.json()
        if r.status_code != 200 or cuerpo.get("error_code") is not None:
            raise Rechazo(r.status_code, cuerpo)
        return cuerpo["total"]


def pantalla(servicio, credencial, ahora=None):
    """Lo que ve el cliente: saldo o aviso, y cuándo volver a mirar."""
    try:
        return {"saldo": servicio.saldo(credencial), "codigo": None}
    except Rechazo as rechazo:
        vista = {"saldo": None, "codigo": rechazo.codigo, "estado": rechazo.estado, "aviso": rechazo.aviso}
        if rechazo.codigo == EN_REVISION:
            vista["volver"] = (ahora or datetime.datetime.now()) + datetime.timedelta(hours=48)
        return vista
