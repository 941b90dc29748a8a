import os
from contextlib import asynccontextmanager

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from brick import BrickErro, ConsentimentoServico, Transporte
from brick.servico import Pendente


@asynccontextmanager
async def vida(app: FastAPI):
    async with Transporte(os.environ["BRICK_TOKEN"]) as t:
        app.state.servico = ConsentimentoServico(t)
        yield


app = FastAPI(lifespan=vida)


@app.exception_handler(BrickErro)
async def erro_brick(request: Request, exc: BrickErro):
    corpo = {"code": exc.code, "titulo": exc.titulo, "detalhe": exc.detalhe}
    return JSONResponse(corpo, status_code=502 if exc.status >= 500 else exc.status)


@app.post("/consentimentos/{chave}")
async def criar(chave: str, request: Request):
    r = await request.app.state.servico.criar(chave, await request.json())
    if isinstance(r, Pendente):
        return JSONResponse({"motivo": r.motivo, "refazer_em": r.refazer_em.isoformat()}, status_code=503)
    return r


@app.get("/consentimentos/{consent_id}")
async def consultar(consent_id: str, request: Request):
    return await request.app.state.servico.consultar(consent_id)
