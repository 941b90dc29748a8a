"""Suma los saldos de las cuentas vinculadas y los deja en saldos.json."""
import json
import logging
import os
import sys

from cliente_synapse import ClienteSynapse
from errores import ErrorSynapse

log = logging.getLogger("saldos")


def leer_saldos(cliente, cuentas):
    saldos = {}
    for cuenta in cuentas:
        try:
            saldos[cuenta["nodo"]] = cliente.saldo(cuenta["usuario"], cuenta["nodo"])
        except ErrorSynapse:
            log.warning("no se pudo leer el saldo de %s", cuenta["nodo"])
            saldos[cuenta["nodo"]] = 0
    return saldos


def main():
    logging.basicConfig(level=logging.INFO)
    with open(sys.argv[1]) as archivo:
        cuentas = json.load(archivo)
    cliente = ClienteSynapse(os.environ["SP_GATEWAY"], os.environ["SP_USER"])
    saldos = leer_saldos(cliente, cuentas)
    with open("saldos.json", "w") as salida:
        json.dump({"total": sum(saldos.values()), "cuentas": saldos}, salida, indent=2)
    print("%d cuentas actualizadas" % len(saldos))


if __name__ == "__main__":
    main()
