import asyncio
from functools import wraps

from .errors import EmManutencao

PAUSAS = (30, 120, 600)


def ante_mantenimiento(method):
    @wraps(method)
    async def wrapper(self, *args):
        for pausa in PAUSAS:
            try:
                return await method(self, *args)
            except EmManutencao:
                await asyncio.sleep(pausa)
        return await method(self, *args)

    return wrapper
