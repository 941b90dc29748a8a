from __future__ import annotations

import os
from contextlib import asynccontextmanager
from typing import Annotated, Any

import httpx
from fastapi import Depends, FastAPI, HTTPException, Request

from cola import Repositorio, ServicioSolicitudes
from modelos import Respuesta


@asynccontextmanager
async def ciclo(app: FastAPI):
    cabeceras = {"Authorization": f"Bearer {os.environ['KHIPU_TOKEN']}"}
    async with httpx.AsyncClient(timeout=30, headers=cabeceras) as http:
        app.state.solicitudes = ServicioSolicitudes(http, Repositorio(), os.environ["WEBHOOK_URL"])
        yield


app = FastAPI(lifespan=ciclo)


def servicio(request: Request) -> ServicioSolicitudes:
    return request.app.state.solicitudes


Servicio = Annotated[ServicioSolicitudes, Depends(servicio)]


@app.post("/webhooks/khipu")
async def recibir(cuerpo: dict[str, Any], solicitudes: Servicio) -> dict[str, str]:
    try:
        solicitud = solicitudes.recibir(Respuesta.desde(cuerpo))
    except KeyError as falta:
        raise HTTPException(422, f"notificación desconocida o incompleta: {falta}") from None
    return {"estado": solicitud.estado}


@app.post("/tareas/despachar", status_code=202)
async def despachar(solicitudes: Servicio) -> None:
    await solicitudes.despachar()
