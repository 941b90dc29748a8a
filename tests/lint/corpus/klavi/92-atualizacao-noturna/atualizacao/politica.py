"""Quanto esperar antes de repetir, por código da Klavi."""

from datetime import timedelta

ESPERAS: dict[int, timedelta] = {
    415: timedelta(seconds=30),
    429: timedelta(minutes=2),
    500: timedelta(minutes=5),
}


def espera_para(code: int) -> timedelta | None:
    return ESPERAS.get(code)
