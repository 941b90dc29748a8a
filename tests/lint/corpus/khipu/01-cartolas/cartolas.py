# -*- coding: utf-8 -*-
"""Descarga de cartolas bancarias por Khipu para la conciliación diaria."""
import logging
import time

import requests

log = logging.getLogger("conciliacion.khipu")

URL = "https://api.khipu.com"
RUTA = "/v1/cl/banks/{banco}/personas/transactions"
MAX_INTENTOS = 4
PAUSA = 20  # segundos


class ErrorBanco(Exception):
    def __init__(self, codigo, tipo, descripcion):
        super().__init__("%s (%s): %s" % (codigo, tipo, descripcion))
        self.codigo = codigo
        self.tipo = tipo
        self.descripcion = descripcion


class ClaveRechazada(ErrorBanco):
    """Hay que pedirle la clave de nuevo al cliente."""


class SinMovimientos(ErrorBanco):
    """El período pedido no tiene información."""


def a_excepcion(err):
    datos = (err["Code"], err["Type"], err["Description"])
    texto = err["Description"].lower()
    if "clave" in texto or "bloquead" in texto:
        return ClaveRechazada(*datos)
    if err["Code"].startswith("E3"):
        return SinMovimientos(*datos)
    return ErrorBanco(*datos)


class Cartolas:
    def __init__(self, token, url=URL, sesion=None):
        self.url = url.rstrip("/")
        self.sesion = sesion or requests.Session()
        self.sesion.headers["Authorization"] = "Bearer " + token

    def _enviar(self, ruta, cuerpo):
        r = self.sesion.post(self.url + ruta, json=cuerpo, timeout=120)
        try:
            return r.json()
        except ValueError:
            raise RuntimeError("Khipu respondió HTTP %d sin JSON" % r.status_code)

    def movimientos(self, banco, rut, clave, mes):
        cuerpo = {"Username": rut, "Password": clave, "Month": mes}
        for intento in range(1, MAX_INTENTOS + 1):
            doc = self._enviar(RUTA.format(banco=banco), cuerpo)
            if doc["Status"] == "OK":
                return doc["Data"]["Transactions"]
            err = doc["Error"]
            log.warning("intento %d de %s: %s", intento, banco, err["Code"])
            if err["Type"] == "DO_NOT_RETRY" or intento == MAX_INTENTOS:
                raise a_excepcion(err)
            time.sleep(PAUSA * intento)

    def resumen(self, banco, rut, clave, mes):
        try:
            filas = self.movimientos(banco, rut, clave, mes)
        except SinMovimientos:
            return {"abonos": 0, "cargos": 0, "cerrado": False}
        abonos = sum(f["Amount"] for f in filas if f["Amount"] > 0)
        cargos = sum(f["Amount"] for f in filas if f["Amount"] < 0)
        return {"abonos": abonos, "cargos": cargos, "cerrado": True}
