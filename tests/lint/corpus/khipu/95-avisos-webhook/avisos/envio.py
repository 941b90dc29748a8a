from __future__ import annotations

import aiohttp

from .cola import Cola
from .decision import aplicar
from .modelo import Aviso, Encargo


class Remitente:
    def __init__(self, sesion: aiohttp.ClientSession, webhook: str, cola: Cola) -> None:
        self.sesion = sesion
        self.webhook = webhook
        self.cola = cola
        self.en_curso: dict[str, Encargo] = {}

    async def enviar(self, encargo: Encargo) -> None:
        encargo.envios += 1
        cuerpo = encargo.parametros | {"CallbackUrl": self.webhook}
        async with self.sesion.post(encargo.ruta, json=cuerpo) as resp:
            doc = await resp.json(content_type=None)
        aviso = Aviso.leer(doc)
        if aviso.falla is not None:
            aplicar(aviso, encargo, self.cola)
            return
        encargo.estado = "esperando"
        self.en_curso[aviso.operation_id] = encargo

    async def trabajar(self) -> None:
        while True:
            await self.enviar(await self.cola.siguiente())
