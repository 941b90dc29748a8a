"""Informe diario de saldos por cliente, para el equipo de banca privada."""
from __future__ import annotations

import csv
import sys
import time
from typing import Iterator, TextIO

import requests

from tipos import EN_PROCESO, Cuenta, ErrorFlanks


class Informe:
    INTENTOS = 10
    ESPERA = 30

    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self._base = base_url
        self._sesion = requests.Session()
        self._sesion.headers["Authorization"] = f"Bearer {token}"

    def _consulta(self, ruta: str, credencial: str):
        respuesta = self._sesion.post(
            f"{self._base}{ruta}", json={"credentials_token": credencial}, timeout=40
        )
        cuerpo = respuesta.json()
        if isinstance(cuerpo, dict) and "error_code" in cuerpo:
            raise ErrorFlanks(cuerpo)
        return cuerpo

    def cuentas(self, credencial: str) -> list[Cuenta]:
        for intento in range(self.INTENTOS):
            try:
                return self._consulta("/v0/bank/accounts", credencial)
            except ErrorFlanks as exc:
                if exc.codigo == EN_PROCESO and intento + 1 < self.INTENTOS:
                    time.sleep(self.ESPERA)
                    continue
                raise
        return []

    def filas(self, credenciales: dict[str, str]) -> Iterator[tuple[str, str, str]]:
        for cliente, credencial in credenciales.items():
            for cuenta in self.cuentas(credencial):
                saldo = cuenta["balance"]
                yield cliente, cuenta["iban"], "s/d" if saldo is None else f"{saldo:.2f}"

    def escribir(self, credenciales: dict[str, str], destino: TextIO = sys.stdout) -> None:
        hoja = csv.writer(destino, delimiter=";")
        hoja.writerow(["cliente", "iban", "saldo"])
        hoja.writerows(self.filas(credenciales))
