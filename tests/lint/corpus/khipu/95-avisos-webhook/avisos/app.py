from __future__ import annotations

import asyncio
import os

import aiohttp
from aiohttp import web

from .cola import Cola
from .decision import aplicar
from .envio import Remitente
from .modelo import Aviso

REMITENTE = web.AppKey("remitente", Remitente)


async def recibir(request: web.Request) -> web.Response:
    remitente = request.app[REMITENTE]
    aviso = Aviso.leer(await request.json())
    encargo = remitente.en_curso.pop(aviso.operation_id, None)
    if encargo is None:
        return web.json_response({"code": "desconocido"}, status=404)
    aplicar(aviso, encargo, remitente.cola)
    return web.json_response({"estado": encargo.estado})


async def _ciclo(app: web.Application):
    sesion = aiohttp.ClientSession("https://api.khipu.com", headers={"Authorization": "Bearer " + os.environ["KHIPU_JWT"]})
    async with sesion:
        app[REMITENTE] = Remitente(sesion, os.environ["WEBHOOK_URL"], Cola())
        tarea = asyncio.create_task(app[REMITENTE].trabajar())
        yield
        tarea.cancel()


def crear() -> web.Application:
    app = web.Application()
    app.router.add_post("/avisos/khipu", recibir)
    app.cleanup_ctx.append(_ciclo)
    return app


if __name__ == "__main__":
    web.run_app(crear())
