from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from functools import wraps

from .respostas import Codigo, Erro, Resultado

BANCO_FORA = (15 * 60, 60 * 60)


def quando_o_banco_voltar(fn: Callable[..., Awaitable[Resultado]]) -> Callable[..., Awaitable[Resultado]]:
    @wraps(fn)
    async def wrapper(*args, **kwargs) -> Resultado:
        res = await fn(*args, **kwargs)
        for pausa in BANCO_FORA:
            if not isinstance(res, Erro) or res.codigo != Codigo.BANK:
                break
            await asyncio.sleep(pausa)
            res = await fn(*args, **kwargs)
        return res

    return wrapper


async def ate_terminar(status: Callable[[], Awaitable[Resultado]], *, voltas: int = 20, passo: float = 30) -> Erro | None:
    """Consulta o estado até o processamento acabar; None quando acabou."""
    ultimo: Erro | None = None
    for _ in range(voltas):
        await asyncio.sleep(passo)
        res = await status()
        match res:
            case Erro(codigo=Codigo.PROCESSING):
                ultimo = res
            case Erro():
                return res
            case _ if res.valor.get("created") is False:
                ultimo = Erro(200, Codigo.PROCESSING, "created: false")
            case _:
                return None
    return ultimo
