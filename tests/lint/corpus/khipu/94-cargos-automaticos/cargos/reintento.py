import asyncio
import functools

from .errores import FalloCargo
from .pausas import pausa_tras


def reintentar(maximo: int):
    def decorador(corrutina):
        @functools.wraps(corrutina)
        async def envuelta(*args, **kwargs):
            for n in range(1, maximo + 1):
                try:
                    return await corrutina(*args, **kwargs)
                except FalloCargo as fallo:
                    pausa = pausa_tras(fallo)
                    if pausa is None or n == maximo:
                        raise
                    await asyncio.sleep(pausa)

        return envuelta

    return decorador
