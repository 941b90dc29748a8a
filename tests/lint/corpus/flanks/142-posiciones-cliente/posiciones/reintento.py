from __future__ import annotations

import functools
import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from .excepciones import FlanksError

P = ParamSpec("P")
R = TypeVar("R")


def con_reintento(veces: int = 3, pausa: float = 90.0) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def decorador(fn: Callable[P, R]) -> Callable[P, R]:
        @functools.wraps(fn)
        def interno(*args: P.args, **kwargs: P.kwargs) -> R:
            intento = 1
            while True:
                try:
                    return fn(*args, **kwargs)
                except FlanksError as err:
                    if not err.temporal or intento >= veces:
                        raise
                time.sleep(pausa * intento)
                intento += 1

        return interno

    return decorador
