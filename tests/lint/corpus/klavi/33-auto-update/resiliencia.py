import asyncio
import functools
from collections.abc import Awaitable, Callable
from typing import ParamSpec, TypeVar

import aiohttp

P = ParamSpec("P")
R = TypeVar("R")


def reconecta(vezes: int, pausa: float = 0.5):
    """Só para quedas de conexão: se houve resposta, quem chamou decide."""

    def decorador(fn: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[R]]:
        @functools.wraps(fn)
        async def envolvida(*args: P.args, **kwargs: P.kwargs) -> R:
            for restante in reversed(range(vezes)):
                try:
                    return await fn(*args, **kwargs)
                except (aiohttp.ClientConnectionError, asyncio.TimeoutError):
                    if not restante:
                        raise
                    await asyncio.sleep(pausa)
            raise RuntimeError("vezes deve ser positivo")

        return envolvida

    return decorador
