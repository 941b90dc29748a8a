#!/usr/bin/env python3
"""saldo: imprime el saldo de una cuenta leída con Khipu.

Salida: 0 bien, 2 credenciales o datos malos, 3 sin datos, 75 vale la pena más tarde, 70 lo demás.
"""
from __future__ import annotations

import argparse
import getpass
import sys
from typing import Optional

import msgspec
import urllib3

# solo conexiones que nunca llegaron a salir
RETRIES = urllib3.Retry(total=None, connect=3, read=0, status=0, redirect=0, other=0, backoff_factor=0.5)


class Falla(msgspec.Struct, rename="pascal"):
    code: str
    type: str
    description: str


class Cuenta(msgspec.Struct, rename="pascal"):
    number: str
    balance: int


class Datos(msgspec.Struct, rename="pascal"):
    accounts: list[Cuenta] = []


class Respuesta(msgspec.Struct, rename="pascal"):
    operation_id: str
    status: str
    data: Optional[Datos] = None
    error: Optional[Falla] = None


def consultar(base_url: str, token: str, banco: str, rut: str, clave: str) -> Respuesta:
    with urllib3.PoolManager(retries=RETRIES, timeout=90) as pool:
        resp = pool.request(
            "POST",
            f"{base_url}/v1/cl/banks/{banco}/balance",
            body=msgspec.json.encode({"Username": rut, "Password": clave}),
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
        )
        return msgspec.json.decode(resp.data, type=Respuesta)


def salida(falla: Falla) -> int:
    if falla.type != "DO_NOT_RETRY":
        return 75
    grupo = falla.code[:2]
    if grupo == "E3":
        return 3
    if grupo in ("E1", "E4"):
        return 2
    return 70


def mostrar(falla: Falla) -> None:
    consejo = {
        "RETRY_IMMEDIATELY": "puede repetir el comando",
        "WAIT_4_HOURS_BEFORE_RETRY": "repita el comando en cuatro horas",
        "DO_NOT_RETRY": "no repita el comando sin corregir",
    }.get(falla.type, falla.type)
    print(f"{falla.code}: {falla.description} [{consejo}]", file=sys.stderr)


def main(argv: list[str] | None = None, pedir_clave=getpass.getpass) -> int:
    p = argparse.ArgumentParser(prog="saldo")
    p.add_argument("banco")
    p.add_argument("rut")
    p.add_argument("--token", required=True)
    p.add_argument("--url", default="https://api.khipu.com")
    a = p.parse_args(argv)
    r = consultar(a.url, a.token, a.banco, a.rut, pedir_clave())
    if r.error:
        mostrar(r.error)
        return salida(r.error)
    for cuenta in r.data.accounts if r.data else ():
        print(f"{cuenta.number:>16} {cuenta.balance:>14,}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
