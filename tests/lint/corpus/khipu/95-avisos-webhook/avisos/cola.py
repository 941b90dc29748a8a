from __future__ import annotations

import asyncio
import datetime as dt
import heapq
import itertools

from .modelo import Encargo

MAX_ENVIOS = 4


class Cola:
    """Encargos por enviar, ordenados por hora."""

    def __init__(self) -> None:
        self._monton: list[tuple[dt.datetime, int, Encargo]] = []
        self._orden = itertools.count()

    def programar(self, encargo: Encargo, dentro_de: dt.timedelta = dt.timedelta()) -> bool:
        if encargo.envios >= MAX_ENVIOS:
            encargo.estado = "agotado"
            return False
        cuando = dt.datetime.now(dt.timezone.utc) + dentro_de
        heapq.heappush(self._monton, (cuando, next(self._orden), encargo))
        encargo.estado = "en-cola"
        return True

    async def siguiente(self) -> Encargo:
        while True:
            ahora = dt.datetime.now(dt.timezone.utc)
            if self._monton and self._monton[0][0] <= ahora:
                return heapq.heappop(self._monton)[2]
            await asyncio.sleep(1)
