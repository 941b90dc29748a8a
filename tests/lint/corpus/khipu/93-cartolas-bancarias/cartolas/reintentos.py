import functools
from collections.abc import Callable
from typing import Any

from .errores import Pasajera, TokenVencido


def otra_vez(veces: int) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Repite sin pausa mientras Khipu diga que se puede."""

    def envolver(fn: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(fn)
        def interno(*args: Any, **kwargs: Any) -> Any:
            quedan = veces
            while True:
                try:
                    return fn(*args, **kwargs)
                except Pasajera:
                    quedan -= 1
                    if not quedan:
                        raise

        return interno

    return envolver


def con_token_nuevo(fn: Callable[..., Any]) -> Callable[..., Any]:
    @functools.wraps(fn)
    def interno(self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return fn(self, *args, **kwargs)
        except TokenVencido:
            self.renovar_token()
            return fn(self, *args, **kwargs)

    return interno
