"""Descarga en paralelo las cuentas de muchas credenciales de Flanks."""
from __future__ import annotations

import json
import time
from concurrent.futures import ThreadPoolExecutor
from typing import Iterable, NamedTuple, NotRequired, TypedDict

import urllib3

URL = "https://api.flanks.io"
CADA = 30
CONSULTAS = 10


class Fallo(TypedDict):
    error: NotRequired[str]
    message: NotRequired[str]
    error_code: NotRequired[int]


class Cuenta(TypedDict):
    iban: str
    balance: float | None


class ErrorFlanks(Exception):
    def __init__(self, estado: int, fallo: Fallo, que_hacer: str = "") -> None:
        self.estado = estado
        self.codigo = fallo.get("error_code")
        self.texto = fallo.get("error") or fallo.get("message") or ""
        self.que_hacer = que_hacer
        super().__init__(f"{estado}/{self.codigo} {self.texto} {que_hacer}".rstrip())


class Cartera(NamedTuple):
    credencial: str
    cuentas: list[Cuenta]
    error: ErrorFlanks | None = None

    @property
    def saldo(self) -> float | None:
        saldos = [c["balance"] for c in self.cuentas]
        if self.error or None in saldos:
            return None
        return sum(saldos)


class Flanks:
    def __init__(self, token: str, url: str = URL, hilos: int = 8) -> None:
        self.url = url
        self.hilos = hilos
        self.http = urllib3.PoolManager(
            maxsize=hilos,
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
            retries=urllib3.Retry(connect=3, read=0, status=0, redirect=0, other=0, backoff_factor=1),
        )

    def _pedir(self, ruta: str, credencial: str) -> tuple[int, dict | list]:
        resp = self.http.request("POST", self.url + ruta, body=json.dumps({"credentials_token": credencial}))
        return resp.status, json.loads(resp.data)

    def _esperar_datos(self, credencial: str) -> None:
        for _ in range(CONSULTAS):
            estado, cuerpo = self._pedir("/v0/credentials/status", credencial)
            match estado, cuerpo:
                case 200, {"pending": False}:
                    return
                case (200, _) | (_, {"error_code": 20002}):
                    time.sleep(CADA)
                case _:
                    raise ErrorFlanks(estado, cuerpo)

    def cuentas(self, credencial: str) -> list[Cuenta]:
        esperas, caidas = 0, 0
        while True:
            estado, cuerpo = self._pedir("/v0/bank/credentials/account", credencial)
            match estado, cuerpo:
                case 200, {"accounts": list(cuentas)}:
                    return cuentas
                case _, {"error_code": 20002} if esperas < 2:
                    esperas += 1
                    self._esperar_datos(credencial)
                case _, {"error_code": 50001} if caidas < 2:
                    caidas += 1
                    time.sleep(45 * 60)
                case _, {"error_code": 20001}:
                    raise ErrorFlanks(estado, cuerpo, "abrir un ticket en Flanks")
                case _, {"error_code": 20003}:
                    raise ErrorFlanks(estado, cuerpo, "volver en 48 horas")
                case _, {"error_code": 50002}:
                    raise ErrorFlanks(estado, cuerpo, "pedir de nuevo usuario y clave al cliente")
                case _, {"error_code": 50003}:
                    raise ErrorFlanks(estado, cuerpo, "el cliente debe completar la 2FA")
                case _, dict():
                    raise ErrorFlanks(estado, cuerpo)
                case _:
                    raise ErrorFlanks(estado, {"error": repr(cuerpo)[:200]})

    def cartera(self, credencial: str) -> Cartera:
        try:
            return Cartera(credencial, self.cuentas(credencial))
        except ErrorFlanks as error:
            return Cartera(credencial, [], error)

    def carteras(self, credenciales: Iterable[str]) -> dict[str, Cartera]:
        with ThreadPoolExecutor(self.hilos, thread_name_prefix="flanks") as hilos:
            return {c.credencial: c for c in hilos.map(self.cartera, credenciales)}
