#!/usr/bin/env python3
"""Descarga las liquidaciones de sueldo de los trabajadores y las deja en un CSV.

Uso: liquidaciones.py trabajadores.csv salida.csv
"""
import csv
import datetime as dt
import enum
import os
import sys
import time

import requests

URL = "https://api.khipu.com"
INTENTOS = 3


class Consejo(enum.Enum):
    NO_REINTENTAR = "DO_NOT_RETRY"
    REINTENTAR = "RETRY_IMMEDIATELY"
    ESPERAR = "WAIT_4_HOURS_BEFORE_RETRY"


class ErrorKhipu(Exception):
    def __init__(self, codigo, tipo, descripcion):
        super().__init__(f"{codigo} ({tipo}): {descripcion}")
        self.codigo = codigo
        self.tipo = tipo
        self.descripcion = descripcion


class ErrorCredenciales(ErrorKhipu):
    pass


class SinDatos(ErrorKhipu):
    pass


class Pospuesto(ErrorKhipu):
    """Khipu pide volver más tarde."""

    def __init__(self, codigo, tipo, descripcion):
        super().__init__(codigo, tipo, descripcion)
        self.no_antes_de = dt.datetime.now(dt.timezone.utc) + dt.timedelta(hours=4)


def clase_para(codigo, tipo):
    if tipo == Consejo.ESPERAR.value:
        return Pospuesto
    if codigo.startswith("E1"):
        return ErrorCredenciales
    if codigo.startswith("E3"):
        return SinDatos
    return ErrorKhipu


class ClienteKhipu:
    def __init__(self, token, url=URL):
        self.url = url
        self.sesion = requests.Session()
        self.sesion.headers["Authorization"] = "Bearer " + token

    def _pedir(self, ruta, datos):
        respuesta = self.sesion.post(self.url + ruta, json=datos, timeout=120).json()
        if respuesta["Status"] == "OK":
            return respuesta["Data"]
        error = respuesta["Error"]
        codigo, tipo = error["Code"], error["Type"]
        raise clase_para(codigo, tipo)(codigo, tipo, error["Description"])

    def liquidacion(self, rut, clave, periodo):
        datos = {"Username": rut, "Password": clave, "Period": periodo}
        for intento in range(1, INTENTOS + 1):
            try:
                return self._pedir("/v1/cl/services/payroll/liquidacion", datos)
            except ErrorKhipu as e:
                if e.tipo != Consejo.REINTENTAR.value or intento == INTENTOS:
                    raise
                time.sleep(2 * intento)


def procesar(cliente, entrada, salida):
    escritor = csv.writer(salida)
    escritor.writerow(["rut", "periodo", "liquido", "estado"])
    fallas = 0
    for fila in csv.DictReader(entrada):
        rut, periodo = fila["rut"], fila["periodo"]
        try:
            datos = cliente.liquidacion(rut, fila["clave"], periodo)
        except SinDatos as e:
            escritor.writerow([rut, periodo, "", "sin liquidación (%s)" % e.codigo])
        except ErrorCredenciales as e:
            fallas += 1
            escritor.writerow([rut, periodo, "", "pedir clave nuevamente (%s)" % e.codigo])
        except Pospuesto as e:
            fallas += 1
            escritor.writerow([rut, periodo, "", "%s: no antes de %s" % (e.codigo, e.no_antes_de.isoformat())])
        except ErrorKhipu as e:
            fallas += 1
            escritor.writerow([rut, periodo, "", str(e)])
        else:
            escritor.writerow([rut, periodo, datos["NetPay"], "ok"])
    return fallas


def main():
    cliente = ClienteKhipu(os.environ["KHIPU_TOKEN"])
    with open(sys.argv[1], newline="") as entrada, open(sys.argv[2], "w", newline="") as salida:
        return 1 if procesar(cliente, entrada, salida) else 0


if __name__ == "__main__":
    sys.exit(main())
