# -*- coding: utf-8 -*-
"""Lote de deudas. Deja en postergados.json lo que hay que intentar más tarde."""
import json
import logging
import os
import sys
from datetime import datetime

import excepciones
import jwt_interno
from khipu import Khipu

log = logging.getLogger("lote")

POSTERGADOS = "postergados.json"


def leer(nombre):
    if not os.path.exists(nombre):
        return {}
    with open(nombre) as f:
        return json.load(f)


def procesar(khipu, contribuyentes, postergados):
    resultado, rechazados = {}, {}
    for rut, clave in contribuyentes.items():
        if rut in postergados and datetime.fromisoformat(postergados[rut]) > datetime.now():
            log.info("%s sigue postergado hasta %s", rut, postergados[rut])
            continue
        postergados.pop(rut, None)
        try:
            resultado[rut] = khipu.deudas(rut, clave)
        except excepciones.TokenRechazado:
            raise
        except excepciones.KhipuEnReparacion as e:
            postergados[rut] = e.no_antes_de.isoformat()
            log.warning("%s: %s", rut, e)
        except excepciones.KhipuError as e:
            rechazados[rut] = {"codigo": e.codigo, "tipo": e.tipo, "descripcion": e.descripcion}
            log.error("%s: %s", rut, e)
    return resultado, rechazados


def main():
    logging.basicConfig(level=logging.INFO)
    postergados = leer(POSTERGADOS)
    khipu = Khipu(jwt_interno.emitir)
    try:
        resultado, rechazados = procesar(khipu, leer(sys.argv[1]), postergados)
    finally:
        with open(POSTERGADOS, "w") as f:
            json.dump(postergados, f)
    json.dump({"deudas": resultado, "rechazados": rechazados}, sys.stdout, indent=2)


if __name__ == "__main__":
    main()
