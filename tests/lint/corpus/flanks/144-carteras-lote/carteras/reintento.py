from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from .modelo import BANCO_CAIDO, PROCESANDO, FlanksError

T = TypeVar("T")

PAUSAS = {PROCESANDO: 30.0, BANCO_CAIDO: 600.0}


def con_paciencia(accion: Callable[[], T], veces: int = 4) -> T:
    for _ in range(veces - 1):
        try:
            return accion()
        except FlanksError as err:
            pausa = PAUSAS.get(err.fallo.codigo)
            if pausa is None:
                raise
        time.sleep(pausa)
    return accion()
