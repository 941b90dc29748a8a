from __future__ import annotations

import asyncio
import random
from typing import Any

import aiohttp

from .lectura import fallo_de
from .result import Fallo, Motivo


class Canal:
    """One signed call; comes back with (status, document) or a Fallo."""

    def __init__(self, base_url: str, gateway: str, user: str) -> None:
        self.base_url = base_url.rstrip("/")
        self._headers = {"X-SP-GATEWAY": gateway, "X-SP-USER": user}

    async def una(self, metodo: str, ruta: str, **kw: Any) -> tuple[int, dict[str, Any]] | Fallo:
        headers = self._headers | kw.pop("headers", {})
        async with aiohttp.ClientSession(headers=headers) as s:
            async with s.request(metodo, self.base_url + ruta, **kw) as r:
                doc = await r.json(content_type=None)
                return (r.status, doc) if r.status < 400 else fallo_de(r.status, doc)

    async def con_calma(self, metodo: str, ruta: str, **kw: Any) -> tuple[int, dict[str, Any]] | Fallo:
        espera = 10.0
        for _ in range(3):
            salida = await self.una(metodo, ruta, **kw)
            match salida:
                case Fallo(motivo=Motivo.SATURADO):
                    await asyncio.sleep(espera + random.random())
                    espera *= 3
                case _:
                    return salida
        return await self.una(metodo, ruta, **kw)
