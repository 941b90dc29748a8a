"""Consulta de saldos de las cuentas de la empresa. Corre por cron cada mañana."""
import argparse
import json
import logging
import os
import time
from dataclasses import dataclass
from typing import Any, Optional

import urllib3

logging.basicConfig(level=logging.INFO)
log = logging.getLogger("saldos")

ESPERA_LARGA = 4 * 60
INTENTOS = 3


@dataclass
class Cuenta:
    banco: str
    rut: str
    clave: str


class ErrorKhipu(Exception):
    def __init__(self, codigo: str, tipo: str, descripcion: str) -> None:
        super().__init__(f"{codigo}: {descripcion}")
        self.codigo = codigo
        self.tipo = tipo
        self.descripcion = descripcion


class ClienteSaldos:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self.base_url = base_url
        self.token = token
        self.http = urllib3.PoolManager(retries=False, timeout=90.0)

    def _pedir(self, cuenta: Cuenta) -> dict[str, Any]:
        respuesta = self.http.request(
            "POST",
            f"{self.base_url}/v1/cl/services/{cuenta.banco}/balance",
            body=json.dumps({"Username": cuenta.rut, "Password": cuenta.clave}).encode(),
            headers={"Authorization": f"Bearer {self.token}", "Content-Type": "application/json"},
        )
        doc = json.loads(respuesta.data)
        if doc["Status"] == "OK":
            return doc["Data"]
        error = doc["Error"]
        raise ErrorKhipu(error["Code"], error["Type"], error["Description"])

    def saldo(self, cuenta: Cuenta) -> Optional[dict[str, Any]]:
        for intento in range(1, INTENTOS + 1):
            try:
                return self._pedir(cuenta)
            except ErrorKhipu as e:
                if intento == INTENTOS:
                    raise
                if e.tipo == "RETRY_INMEDIATELY":
                    log.info("%s: se repite ahora", cuenta.banco)
                    time.sleep(1)
                elif e.tipo == "WAIT_4_HOURS_BEFORE_RETRY":
                    log.info("%s: en mantención, se espera", cuenta.banco)
                    time.sleep(ESPERA_LARGA)
                else:
                    raise
        return None


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("cuentas", help="archivo JSON con banco, rut y clave")
    args = parser.parse_args()
    cliente = ClienteSaldos(os.environ["KHIPU_TOKEN"])
    with open(args.cuentas, encoding="utf-8") as fh:
        cuentas = [Cuenta(**fila) for fila in json.load(fh)]
    for cuenta in cuentas:
        try:
            print(cuenta.banco, cliente.saldo(cuenta))
        except ErrorKhipu as e:
            log.error("%s: %s (%s)", cuenta.banco, e, e.tipo)


if __name__ == "__main__":
    main()
