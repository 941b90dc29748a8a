"""Da de alta las credenciales bancarias de un cliente.

Salidas: 0 conectado, 3 retenido por revisión, 65 datos mal, 75 pendiente, 77 credenciales, 70 otra falla.
"""
import argparse
import getpass
import json
import os
import sys
import time
from pathlib import Path

from flanks import Codigo, FallaFlanks, Flanks
from transporte import publicar

PENDIENTES = Path("pendientes.jsonl")
MAS_TARDE = 2 * 3600

SALIDAS = {
    Codigo.CREDENTIALS_ERROR: 77,
    Codigo.CONFIGURATION_ERROR: 65,
    Codigo.BANK_ERROR: 75,
    Codigo.PROCESSING: 75,
    Codigo.SCA_ERROR: 3,
}


def anotar(banco, usuario, falla):
    fila = {"banco": banco, "usuario": usuario, "desde": time.time() + MAS_TARDE, "codigo": falla.codigo}
    with PENDIENTES.open("a", encoding="utf-8") as salida:
        salida.write(json.dumps(fila) + "\n")


def conectar(flanks, banco, usuario, clave):
    try:
        return flanks.conectar(banco, usuario, clave)
    except FallaFlanks as falla:
        if falla.codigo != Codigo.SCA_REQUIRED:
            raise
    return flanks.conectar(banco, usuario, clave, sca=input("Código enviado por el banco: "))


def registrar(alta, cliente):
    respuesta = publicar(
        os.environ["CUSTODIA_URL"],
        "/clientes/%s/conexiones" % cliente,
        {"token": alta.credentials_token, "retenida": alta.retenida},
        os.environ["CUSTODIA_TOKEN"],
    )
    if not respuesta.correcta:
        sys.exit("custodia: %s %s" % (respuesta.estado, respuesta.cuerpo.get("code")))


def main(argumentos=None):
    lector = argparse.ArgumentParser(description=__doc__)
    lector.add_argument("cliente")
    lector.add_argument("banco")
    lector.add_argument("usuario")
    op = lector.parse_args(argumentos)
    flanks = Flanks(os.environ["FLANKS_TOKEN"])
    try:
        alta = conectar(flanks, op.banco, op.usuario, getpass.getpass())
    except FallaFlanks as falla:
        print(falla, file=sys.stderr)
        if falla.codigo == Codigo.BANK_ERROR:
            anotar(op.banco, op.usuario, falla)
        return SALIDAS.get(falla.codigo, 70)
    registrar(alta, op.cliente)
    return 3 if alta.retenida else 0


if __name__ == "__main__":
    sys.exit(main())
