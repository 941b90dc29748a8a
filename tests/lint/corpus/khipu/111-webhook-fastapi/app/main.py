"""API interna de renta presunta: pide carpetas tributarias y recibe los avisos de Khipu."""
import datetime as dt
import logging
from typing import Annotated

import httpx
from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import JSONResponse

from .bodega import Bodega, obtener_bodega
from .modelos import Consejo, KhipuError, Respuesta

log = logging.getLogger("renta")
router = APIRouter()
app = FastAPI(title="renta-presunta")

MAX_INMEDIATOS = 3
Repo = Annotated[Bodega, Depends(obtener_bodega)]


@app.exception_handler(KhipuError)
async def khipu_a_http(_: Request, exc: KhipuError) -> JSONResponse:
    cuerpo = {"codigo": exc.error.code, "consejo": exc.error.type, "detalle": exc.error.description}
    match exc.error.type:
        case Consejo.CUATRO_HORAS:
            return JSONResponse(cuerpo, 503, headers={"Retry-After": "14400"})
        case Consejo.AHORA:
            return JSONResponse(cuerpo, 503, headers={"Retry-After": "1"})
        case _:
            return JSONResponse(cuerpo, 422)


@router.post("/khipu/aviso", status_code=204)
async def recibir_aviso(aviso: Respuesta, bodega: Repo) -> None:
    consulta = await bodega.por_operacion(aviso.operation_id)
    if aviso.error is None:
        await bodega.completar(consulta, aviso.data)
        return

    error = aviso.error
    ahora = dt.datetime.now(dt.UTC)
    if error.type == Consejo.AHORA and consulta.inmediatos < MAX_INMEDIATOS:
        await bodega.encolar(consulta, desde=ahora, inmediatos=consulta.inmediatos + 1)
    elif error.type == Consejo.CUATRO_HORAS:
        await bodega.encolar(consulta, desde=ahora + dt.timedelta(hours=4, minutes=5))
    else:
        # aquí llega también L000: se acabó el plazo que Khipu tenía para juntar los datos
        log.warning("consulta %s terminó en %s (%s)", consulta.id, error.code, error.type)
        await bodega.fallar(consulta, error.code, error.type, error.description)


@router.get("/drive/oauth")
async def volver_de_google(code: str, state: str, bodega: Repo) -> dict[str, bool]:
    """Carpeta compartida donde el contador quiere los PDF. Nada que ver con Khipu."""
    for _ in range(3):
        async with httpx.AsyncClient() as http:
            r = await http.post("https://oauth2.googleapis.com/token", data={"code": code})
        if r.status_code < 500:
            break
    listo = r.json().get("error") is None
    if listo:
        await bodega.guardar_drive(state, r.json()["refresh_token"])
    return {"conectado": listo}


app.include_router(router, prefix="/v1")
