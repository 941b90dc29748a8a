from __future__ import annotations

import datetime as dt

from .modelos import ErrorKhipu

CUATRO_HORAS = dt.timedelta(hours=4)


class FalloKhipu(Exception):
    def __init__(self, error: ErrorKhipu) -> None:
        super().__init__(f"{error.codigo} ({error.tipo}): {error.descripcion}")
        self.error = error


class Pasajera(FalloKhipu):
    pass


class TokenVencido(FalloKhipu):
    pass


class SinDatos(FalloKhipu):
    pass


class Rechazada(FalloKhipu):
    pass


class Aplazada(FalloKhipu):
    def __init__(self, error: ErrorKhipu) -> None:
        super().__init__(error)
        self.desde = dt.datetime.now(dt.timezone.utc) + CUATRO_HORAS


def fallo_de(error: ErrorKhipu) -> FalloKhipu:
    if error.tipo == "WAIT_4_HOURS_BEFORE_RETRY":
        return Aplazada(error)
    if error.tipo == "RETRY_IMMEDIATELY":
        return Pasajera(error)
    if error.codigo == "A000":
        return TokenVencido(error)
    if error.codigo[:2] == "E3":
        return SinDatos(error)
    return Rechazada(error)
