"""Ayudas genéricas para repetir llamadas."""
import random
import time
from typing import Callable, Iterable, TypeVar

T = TypeVar("T")


def con_reintentos(
    llamada: Callable[[], T],
    repetir: Callable[[Exception], bool],
    pausas: Iterable[float] = (2, 5, 15),
) -> T:
    for pausa in pausas:
        try:
            return llamada()
        except Exception as exc:
            if not repetir(exc):
                raise
            time.sleep(pausa + random.uniform(0, 0.5))
    return llamada()
