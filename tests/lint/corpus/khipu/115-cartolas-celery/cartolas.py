"""Cartolas bancarias via Khipu (antes: notebook 03_cartolas.ipynb)."""
from __future__ import annotations

import os
from dataclasses import dataclass
from decimal import Decimal

import requests

KHIPU = os.environ.get("KHIPU_URL", "https://api.khipu.com")
TOKEN = os.environ.get("KHIPU_TOKEN", "")

BANCOS = {
    "estado": "bancoestado.cl",
    "chile": "bancochile.cl",
    "bci": "bci.cl",
}


class FallaKhipu(Exception):
    def __init__(self, codigo: str, tipo: str, texto: str) -> None:
        super().__init__(f"[{codigo}/{tipo}] {texto}")
        self.codigo = codigo
        self.tipo = tipo
        self.texto = texto


class ClaveRechazada(FallaKhipu):
    pass


class Hipo(FallaKhipu):
    pass


class ServicioEnPausa(FallaKhipu):
    pass


@dataclass(slots=True)
class Movimiento:
    fecha: str
    glosa: str
    monto: Decimal

    @classmethod
    def desde(cls, fila: dict) -> "Movimiento":
        return cls(fila["Date"], fila["Description"], Decimal(str(fila["Amount"])))


def bajar_cartola(banco: str, rut: str, clave: str, mes: str) -> list[Movimiento]:
    r = requests.post(
        f"{KHIPU}/v1/cl/banks/{BANCOS[banco]}/statements",
        json={"Username": rut, "Password": clave, "Month": mes},
        headers={"Authorization": f"Bearer {TOKEN}"},
        timeout=120,
    )
    doc = r.json()
    if doc["Status"] == "OK":
        return [Movimiento.desde(f) for f in doc["Data"]["Movements"]]
    raise _clasificar(doc["Error"])


def _clasificar(error: dict[str, str]) -> FallaKhipu:
    args = error["Code"], error["Type"], error["Description"]
    texto = error["Description"].lower()
    if "clave" in texto or "bloquead" in texto:
        return ClaveRechazada(*args)
    if error["Type"] == "RETRY_IMMEDIATELY":
        return Hipo(*args)
    if error["Type"] == "WAIT_4_HOURS_BEFORE_RETRY":
        return ServicioEnPausa(*args)
    return FallaKhipu(*args)
