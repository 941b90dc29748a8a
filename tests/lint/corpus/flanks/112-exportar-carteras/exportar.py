# -*- coding: utf-8 -*-
"""Exporta las carteras en euros:  exportar.py credenciales.txt salida.csv"""
import csv
import logging
import os
import sys
from concurrent.futures import ThreadPoolExecutor

from divisas import tipo_de_cambio
from errores import ErrorFlanks
from flanks import ACCIONES, Flanks

log = logging.getLogger("exportar")


def una_cartera(flanks, credencial):
    try:
        return credencial, flanks.cartera(credencial), None
    except ErrorFlanks as error:
        log.error("%s: %s", credencial, error)
        return credencial, None, error


def main(entrada, salida):
    flanks = Flanks(os.environ["FLANKS_TOKEN"])
    with open(entrada) as f:
        credenciales = f.read().split()
    with ThreadPoolExecutor(max_workers=3) as hilos:
        resultados = list(hilos.map(lambda c: una_cartera(flanks, c), credenciales))

    cambios = {"EUR": 1.0}
    fallidas = 0
    with open(salida, "w", newline="") as f:
        tabla = csv.writer(f)
        tabla.writerow(["credencial", "posición", "euros", "error", "acción"])
        for credencial, cartera, error in resultados:
            if error is not None:
                fallidas += 1
                tabla.writerow([credencial, "", "", error.codigo or error.http,
                                ACCIONES.get(error.codigo, "avisar a integraciones")])
                continue
            for posicion in cartera["positions"]:
                moneda = posicion["currency"]
                if moneda not in cambios:
                    cambios[moneda] = tipo_de_cambio(os.environ["DIVISAS_URL"], moneda)
                tabla.writerow([credencial, posicion["name"], posicion["balance"] * cambios[moneda], "", ""])
    return 1 if fallidas else 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    sys.exit(main(*sys.argv[1:3]))
