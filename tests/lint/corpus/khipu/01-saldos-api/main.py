import logging

import httpx
from fastapi import Depends, FastAPI, HTTPException, Request
from pydantic import BaseModel

from cliente import Cuenta, KhipuCliente
from config import config

log = logging.getLogger("saldos")
app = FastAPI(title="Saldos")
_operaciones: dict[str, dict] = {}


class Credenciales(BaseModel):
    rut: str
    clave: str


def get_cliente() -> KhipuCliente:
    return KhipuCliente(config.khipu_token)


@app.post("/saldos/{banco}", response_model=list[Cuenta])
async def leer_saldos(banco: str, cred: Credenciales, cliente: KhipuCliente = Depends(get_cliente)):
    try:
        return await cliente.saldos(banco, cred.rut, cred.clave)
    except httpx.HTTPStatusError as e:
        log.error("khipu respondio %s", e.response.status_code)
        raise HTTPException(502, "El banco no responde") from e


@app.post("/webhooks/khipu")
async def webhook(request: Request):
    cuerpo = await request.json()
    op = cuerpo["OperationId"]
    if cuerpo["Status"] == "OK":
        _operaciones[op] = {"estado": "lista", "datos": cuerpo["Data"]}
        return {"ok": True}
    error = cuerpo["Error"]
    if error["Code"] == "L0000":
        _operaciones[op] = {"estado": "expirada"}
    else:
        _operaciones[op] = {"estado": "fallida", "error": error}
    return {"ok": True}


@app.get("/operaciones/{op}")
async def operacion(op: str):
    if op not in _operaciones:
        raise HTTPException(404)
    return _operaciones[op]
