from __future__ import annotations

import logging
import os

from fastapi import APIRouter, HTTPException, Query

from .almacen import Almacen
from .flanks import ClienteFlanks, FallaFlanks
from .modelo import CodigoFlanks

log = logging.getLogger(__name__)
rutas = APIRouter(prefix="/enlace")
almacen = Almacen()
flanks = ClienteFlanks(os.environ.get("FLANKS_URL", "https://api.flanks.io"), os.environ.get("FLANKS_TOKEN", ""))

CULPA_DEL_USUARIO = {CodigoFlanks.CREDENTIALS_ERROR, CodigoFlanks.SCA_REQUIRED}


@rutas.get("/retorno")
async def retorno(state: str, code: str | None = Query(None), error: str | None = Query(None)):
    if error == "access_denied" or code is None:
        raise HTTPException(400, {"code": "LINK_CANCELADO"})
    try:
        credencial = await flanks.canjear(cliente_id=state, code=code)
    except FallaFlanks as falla:
        log.warning("canje rechazado: %s %s %s", falla.estado_http, falla.nombre, falla)
        estado = 409 if falla.codigo in CULPA_DEL_USUARIO else 502
        raise HTTPException(estado, {"code": falla.nombre, "error_code": falla.codigo, "detalle": str(falla)}) from falla
    almacen.guardar(credencial)
    return {"estado": credencial.estado.value, "revisar_desde": credencial.revisar_desde}
