import asyncio
import functools
from collections.abc import Awaitable, Callable
from typing import ParamSpec, TypeVar

from .erros import AindaNao

P = ParamSpec("P")
T = TypeVar("T")


def repetir(tentativas: int = 3) -> Callable[[Callable[P, Awaitable[T]]], Callable[P, Awaitable[T]]]:
    def decorador(fn: Callable[P, Awaitable[T]]) -> Callable[P, Awaitable[T]]:
        @functools.wraps(fn)
        async def embrulho(*args: P.args, **kwargs: P.kwargs) -> T:
            for n in range(1, tentativas):
                try:
                    return await fn(*args, **kwargs)
                except AindaNao as exc:
                    await asyncio.sleep(exc.espera.total_seconds())
            return await fn(*args, **kwargs)

        return embrulho

    return decorador
