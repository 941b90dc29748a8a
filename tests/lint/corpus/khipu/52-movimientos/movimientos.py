# -*- coding: utf-8 -*-
"""Baja los movimientos de la cuenta corriente y los deja en un archivo JSON.

Uso: movimientos.py 76111111-1 2024-03 > marzo.json
"""
import json
import logging
import os
import sys
import time

import requests

log = logging.getLogger("movimientos")

KHIPU_URL = os.environ.get("KHIPU_URL", "https://api.khipu.com")
KHIPU_TOKEN = os.environ.get("KHIPU_TOKEN", "")
INTENTOS = 4
ESPERA = 20
TIMEOUT = 120


class KhipuError(Exception):
    def __init__(self, codigo, tipo, descripcion):
        Exception.__init__(self, "%s (%s): %s" % (codigo, tipo, descripcion))
        self.codigo = codigo
        self.tipo = tipo
        self.descripcion = descripcion


def movimientos(rut, clave, mes, base_url=KHIPU_URL, token=KHIPU_TOKEN):
    url = base_url + "/v1/cl/banks/bancochile.cl/account-transactions"
    cabeceras = {"Authorization": "Bearer %s" % token}
    datos = {"Username": rut, "Password": clave, "Month": mes}

    intento = 0
    while True:
        intento += 1
        try:
            resp = requests.post(url, json=datos, headers=cabeceras, timeout=TIMEOUT)
        except requests.ConnectionError:
            if intento >= INTENTOS:
                raise
            log.warning("sin conexion con khipu, intento %d", intento)
            time.sleep(ESPERA)
            continue

        cuerpo = resp.json()
        if cuerpo["Status"] == "OK":
            return cuerpo["Data"]

        error = cuerpo["Error"]
        if error["Type"] == "DO_NOT_RETRY" or intento >= INTENTOS:
            raise KhipuError(error["Code"], error["Type"], error["Description"])

        log.warning("khipu respondio %s, repito en %d s", error["Code"], ESPERA)
        time.sleep(ESPERA)


def main():
    logging.basicConfig(level=logging.INFO)
    if len(sys.argv) != 3:
        sys.stderr.write(__doc__)
        return 2
    rut, mes = sys.argv[1:]
    try:
        datos = movimientos(rut, os.environ["CLAVE_BANCO"], mes)
    except KhipuError as e:
        log.error("no se pudo: %s", e)
        if e.codigo.startswith("E1"):
            log.error("revisar la clave de %s", rut)
            return 3
        return 1
    json.dump(datos, sys.stdout, indent=2, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
