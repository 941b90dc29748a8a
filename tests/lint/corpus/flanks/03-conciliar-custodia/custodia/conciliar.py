from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Mapping
from decimal import Decimal

from .metricas import Metricas
from .resultado import Falla, Ok
from .sesion import SesionFlanks

log = logging.getLogger(__name__)


def posiciones(sesion: SesionFlanks, credencial: str):
    return sesion.pedir("/v0/bank/credentials/portfolio", {"credentials_token": credencial})


def conciliar(sesion: SesionFlanks, esperado: Mapping[str, Decimal]) -> tuple[dict[str, Decimal], Metricas]:
    diferencias: dict[str, Decimal] = {}
    metricas = Metricas()
    for credencial, saldo in esperado.items():
        match posiciones(sesion, credencial):
            case Falla() as falla:
                log.error("%s…: %s (%s) %s", credencial[:5], falla.etiqueta, falla.clave, falla.texto)
                metricas.suma("falla", falla.etiqueta)
            case Ok(valor):
                total = sum((Decimal(str(p["balance"])) for p in valor["portfolio"] if p["balance"] is not None), Decimal())
                metricas.suma("leidas")
                if total != saldo:
                    diferencias[credencial] = total - saldo
    return diferencias, metricas


def main(argv: list[str] | None = None) -> int:
    opciones = argparse.ArgumentParser(description="Concilia la custodia con Flanks")
    opciones.add_argument("pares", nargs="+", metavar="CREDENCIAL=SALDO")
    pares = (par.split("=", 1) for par in opciones.parse_args(argv).pares)
    sesion = SesionFlanks("https://api.flanks.io", os.environ["FLANKS_ID"], os.environ["FLANKS_SECRETO"])
    diferencias, metricas = conciliar(sesion, {c: Decimal(s) for c, s in pares})
    print(diferencias, dict(metricas))
    return 2 if any(".falla." in m for m in metricas) else int(bool(diferencias))


if __name__ == "__main__":
    sys.exit(main())
