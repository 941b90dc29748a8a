from __future__ import annotations

import asyncio
import functools
import logging
from collections.abc import Awaitable, Callable

logger = logging.getLogger("nodos")


class SynapseError(Exception):
    def __init__(self, http: int, codigo: str, texto: str) -> None:
        super().__init__(f"http={http} error_code={codigo} {texto}")
        self.http = http
        self.codigo = codigo
        self.texto = texto


class HaceFaltaMfa(Exception):
    def __init__(self, acceso: dict) -> None:
        super().__init__("el banco pide un segundo factor")
        self.acceso = acceso


class SincronizacionFallida(Exception):
    """Lo que ve el resto de la aplicación cuando un nodo no se puede refrescar."""


def insistir(*codigos: str, veces: int = 3, pausa: float = 20.0):
    """Repite la corrutina mientras el error traiga uno de los códigos dados."""

    def decorador(fn: Callable[..., Awaitable]):
        @functools.wraps(fn)
        async def envoltura(*args, **kwargs):
            for vuelta in range(1, veces + 1):
                try:
                    return await fn(*args, **kwargs)
                except SynapseError as exc:
                    if exc.codigo not in codigos or vuelta == veces:
                        raise
                    logger.warning("%s: %s (vuelta %d)", fn.__name__, exc, vuelta)
                    await asyncio.sleep(pausa * vuelta)

        return envoltura

    return decorador
