#!/usr/bin/env python3
"""Exporta los movimientos del mes de todas las cuentas de la empresa.

    cartola.py cuentas.csv --mes 2024-05 --salida cartola.xlsx --esperar
"""
import argparse
import csv
import logging
import os
import sys
import time
from dataclasses import dataclass, field

from khipu_api import CUATRO_HORAS, Cuenta, KhipuError, movimientos

log = logging.getLogger("cartola")


@dataclass
class Resultado:
    filas: list = field(default_factory=list)
    aplazadas: list = field(default_factory=list)
    fallidas: list = field(default_factory=list)


def una_pasada(base, token, cuentas, mes, resultado):
    """Devuelve las cuentas que Khipu pide dejar para cuatro horas más tarde."""
    resultado.aplazadas = []
    for cuenta in cuentas:
        try:
            filas = movimientos(base, token, cuenta, mes)
        except KhipuError as e:
            log.warning("%s: %s", cuenta, e)
            if e.tipo == "WAIT_4_HOURS_BEFORE_RETRY":
                resultado.aplazadas.append((cuenta, e.codigo, e.tipo))
            else:
                resultado.fallidas.append((cuenta, e.codigo, e.tipo, e.descripcion, e.http))
            continue
        resultado.filas.extend({"cuenta": str(cuenta), **fila} for fila in filas)
    return [cuenta for cuenta, _, _ in resultado.aplazadas]


def recoger(base, token, cuentas, mes, esperar=False):
    resultado = Resultado()
    pendientes = una_pasada(base, token, cuentas, mes, resultado)
    if pendientes and esperar:
        log.info("%d cuentas aplazadas, segunda pasada en cuatro horas", len(pendientes))
        time.sleep(CUATRO_HORAS + 60)
        una_pasada(base, token, pendientes, mes, resultado)
    return resultado


def leer_cuentas(ruta):
    with open(ruta, newline="", encoding="utf-8") as f:
        return [Cuenta(fila["banco"], fila["rut"], fila["clave"]) for fila in csv.DictReader(f)]


def exportar(resultado, ruta):
    import pandas as pd

    with pd.ExcelWriter(ruta) as libro:
        pd.DataFrame(resultado.filas).to_excel(libro, sheet_name="movimientos", index=False)
        problemas = [(str(c), cod, tipo) for c, cod, tipo, *_ in resultado.fallidas + resultado.aplazadas]
        pd.DataFrame(problemas, columns=["cuenta", "codigo", "tipo"]).to_excel(
            libro, sheet_name="problemas", index=False
        )


def main(argv=None):
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("cuentas")
    p.add_argument("--mes", required=True)
    p.add_argument("--salida", default="cartola.xlsx")
    p.add_argument("--base", default="https://api.khipu.com")
    p.add_argument("--esperar", action="store_true", help="repetir las aplazadas tras cuatro horas")
    args = p.parse_args(argv)
    logging.basicConfig(level=logging.INFO)
    resultado = recoger(
        args.base, os.environ["KHIPU_TOKEN"], leer_cuentas(args.cuentas), args.mes, esperar=args.esperar
    )
    exportar(resultado, args.salida)
    for cuenta, codigo, tipo, descripcion, http in resultado.fallidas:
        print(f"{cuenta}: {codigo} {tipo} {descripcion} (HTTP {http})", file=sys.stderr)
    return 2 if resultado.fallidas else 1 if resultado.aplazadas else 0


if __name__ == "__main__":
    sys.exit(main())
