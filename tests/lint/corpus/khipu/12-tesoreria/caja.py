from __future__ import annotations

import requests

from pasarela import Pasarela, PasarelaKhipu


class Indicadores:
    """mindicador.cl, sólo para pasar de UF a pesos."""

    def __init__(self, base: str = "https://mindicador.cl/api"):
        self.base = base

    def valor(self, codigo: str) -> float:
        for _ in range(3):
            r = requests.get(f"{self.base}/{codigo}", timeout=10)
            if r.status_code >= 500:
                continue
            r.raise_for_status()
            doc = r.json()
            if doc["codigo"] != codigo:
                raise LookupError(codigo)
            return doc["serie"][0]["valor"]
        raise LookupError(codigo)


class Caja:
    def __init__(self, pasarela: Pasarela, indicadores: Indicadores):
        self.pasarela = pasarela
        self.indicadores = indicadores

    def saldo(self, banco: str, usuario: str, clave: str) -> int:
        datos = self.pasarela.obtener(f"banks/{banco}/empresas/balance", Username=usuario, Password=clave)
        if datos["Currency"] == "UF":
            return round(datos["Balance"] * self.indicadores.valor("uf"))
        return datos["Balance"]


def armar(token: str, base: str = "https://api.khipu.com") -> Caja:
    return Caja(PasarelaKhipu(token, base), Indicadores())
