#!/usr/bin/env python3
"""Volcado diario de cuentas a CSV.  Uso: carteras.py tokens.txt > cuentas.csv"""
from __future__ import annotations

import csv
import json
import os
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from enum import IntEnum
from functools import partial

import urllib3


class Cod(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class FlanksError(Exception):
    def __init__(self, estado: int, cuerpo: dict) -> None:
        self.estado = estado
        self.codigo: int | None = cuerpo.get("error_code")
        super().__init__(f"{estado} {self.codigo or '-'} {cuerpo.get('error') or cuerpo.get('message', '')}")


@dataclass(frozen=True)
class Resultado:
    token: str
    estado: str
    detalle: str = ""
    cuentas: list[dict] = field(default_factory=list)


class Flanks:
    PAUSA = 30
    SONDEOS = 20
    VUELTAS = 3

    def __init__(self, clave: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.cabeceras = {"Authorization": f"Bearer {clave}", "Content-Type": "application/json"}
        # sin reintentos por estado: solo si no se llega a conectar
        self.pool = urllib3.PoolManager(retries=urllib3.Retry(connect=2, read=False, status=False, redirect=False))

    def _post(self, ruta: str, token: str) -> tuple[int, dict]:
        r = self.pool.request(
            "POST",
            self.base_url + ruta,
            body=json.dumps({"credentials_token": token}),
            headers=self.cabeceras,
            timeout=40,
        )
        try:
            return r.status, json.loads(r.data)
        except ValueError:
            return r.status, {}

    def _esperar(self, token: str) -> bool:
        for _ in range(self.SONDEOS):
            time.sleep(self.PAUSA)
            estado, cuerpo = self._post("/v0/credentials/status", token)
            if cuerpo.get("error_code") == Cod.PROCESSING:
                continue
            if estado != 200:
                raise FlanksError(estado, cuerpo)
            if cuerpo.get("created") or cuerpo.get("errored"):
                return True  # la siguiente petición trae los datos o el 20001
        return False

    def cuentas(self, token: str) -> dict:
        for _ in range(self.VUELTAS):
            estado, cuerpo = self._post("/v0/bank/accounts", token)
            if estado == 200 and "error_code" not in cuerpo:
                return cuerpo
            fallo = FlanksError(estado, cuerpo)
            if fallo.codigo != Cod.PROCESSING or not self._esperar(token):
                break
        raise fallo


def volcar(flanks: Flanks, token: str) -> Resultado:
    listo = partial(Resultado, token)
    try:
        return listo("ok", cuentas=flanks.cuentas(token).get("accounts") or [])
    except FlanksError as exc:
        detalle = str(exc)
        match exc.codigo:
            case Cod.PROCESSING | Cod.BANK_ERROR:
                return listo("mañana", detalle)  # entra sola en el volcado siguiente
            case Cod.SCA_ERROR:
                return listo("en_revision_flanks", detalle)
            case Cod.CREDENTIALS_ERROR | Cod.SCA_REQUIRED:
                return listo("llamar_cliente", detalle)
            case Cod.INCOMPLETE:
                return listo("ticket_soporte", detalle)
            case _:
                return listo("sistemas", detalle)  # 40001 y los 4xx/5xx sin código
    except urllib3.exceptions.HTTPError as exc:
        return listo("sin_conexion", str(exc))


def main(fichero: str) -> int:
    with open(fichero, encoding="utf-8") as fh:
        tokens = [linea.strip() for linea in fh if linea.strip()]
    flanks = Flanks(os.environ["FLANKS_CLAVE"])
    with ThreadPoolExecutor(max_workers=4) as hilos:
        resultados = list(hilos.map(partial(volcar, flanks), tokens))
    salida = csv.writer(sys.stdout)
    salida.writerow(["token", "estado", "iban", "saldo", "divisa", "detalle"])
    for r in resultados:
        for cuenta in r.cuentas or [{}]:
            # un null es un dato que la entidad no dio
            celdas = ["n/d" if r.cuentas and cuenta.get(c) is None else cuenta.get(c, "") for c in ("iban", "balance", "currency")]
            salida.writerow([r.token, r.estado, *celdas, r.detalle])
    return int(any(r.estado == "sistemas" for r in resultados))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
