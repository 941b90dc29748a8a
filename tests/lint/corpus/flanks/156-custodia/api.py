from fastapi import FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse

from cliente import ErrorFlanks, custodia

app = FastAPI(title="Custodia")

CLIENTES: dict[str, str] = {}  # TODO: pasar a postgres


@app.exception_handler(ErrorFlanks)
async def error_flanks(_: Request, exc: ErrorFlanks) -> JSONResponse:
    return JSONResponse(
        status_code=502,
        content={"origen": "flanks", "estado": exc.estado, "codigo": exc.codigo, "detalle": exc.mensaje},
    )


@app.get("/enlace/retorno")
async def retorno(code: str, state: str) -> dict[str, str]:
    CLIENTES[state] = await custodia.enlace.canjear(code)
    return {"cliente": state, "estado": "activo"}


@app.get("/clientes/{cliente}/posiciones")
async def posiciones(cliente: str) -> list[dict]:
    if cliente not in CLIENTES:
        raise HTTPException(404, "cliente sin enlace")
    return await custodia.posiciones.listar(CLIENTES[cliente])


@app.get("/clientes/{cliente}/cuentas")
async def cuentas(cliente: str) -> list[dict]:
    if cliente not in CLIENTES:
        raise HTTPException(404, "cliente sin enlace")
    return await custodia.cuentas.listar(CLIENTES[cliente])
