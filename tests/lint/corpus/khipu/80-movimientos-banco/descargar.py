"""Descarga los movimientos del mes de cada cuenta registrada en cuentas.csv."""
import csv
import json
import logging
import os
import sys
from datetime import date

from cliente import ClienteKhipu
from excepciones import ErrorCredenciales, ErrorKhipu, SinDatos

logger = logging.getLogger("descargar")


def main():
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(levelname)s %(message)s")
    cliente = ClienteKhipu(os.environ["KHIPU_TOKEN"])
    mes = date.today().strftime("%Y-%m")
    errores = 0

    with open(sys.argv[1], newline="") as archivo:
        for fila in csv.DictReader(archivo):
            try:
                datos = cliente.obtener_movimientos(fila["banco"], fila["rut"], fila["clave"], mes)
            except SinDatos as error:
                logger.info("%s todavía no tiene movimientos (%s)", fila["rut"], error.codigo)
                continue
            except ErrorCredenciales as error:
                logger.error("%s debe actualizar su clave: %s", fila["rut"], error)
                errores += 1
                continue
            except ErrorKhipu as error:
                logger.error("%s: %s", fila["rut"], error)
                errores += 1
                continue
            with open(f"{fila['rut']}-{mes}.json", "w") as salida:
                json.dump(datos, salida)

    return 1 if errores else 0


if __name__ == "__main__":
    sys.exit(main())
