import logging
from typing import Any

import aiohttp

from .errores import ErrorKhipu

log = logging.getLogger("cartolas.cliente")


async def _al_terminar(session, contexto, params: aiohttp.TraceRequestEndParams) -> None:
    log.info("%s %s %d", params.method, params.url.path, params.response.status)


class ClienteKhipu:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com"):
        self._base = base_url
        self._cabeceras = {"Authorization": "Bearer " + token}

    async def consultar(self, ruta: str, datos: dict[str, Any]) -> dict[str, Any]:
        traza = aiohttp.TraceConfig()
        traza.on_request_end.append(_al_terminar)
        plazo = aiohttp.ClientTimeout(total=120)
        async with aiohttp.ClientSession(
            headers=self._cabeceras, timeout=plazo, trace_configs=[traza]
        ) as sesion:
            async with sesion.post(self._base + ruta, json=datos) as respuesta:
                cuerpo = await respuesta.json(content_type=None)
        if cuerpo["Status"] != "OK":
            raise ErrorKhipu.desde_respuesta(cuerpo)
        return cuerpo["Data"]
