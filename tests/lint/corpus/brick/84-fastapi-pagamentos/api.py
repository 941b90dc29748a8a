from __future__ import annotations

import os
from contextlib import asynccontextmanager
from typing import Annotated, Any, AsyncIterator

import httpx
from fastapi import Depends, FastAPI, Header, Request
from fastapi.responses import JSONResponse

from brick_gateway import BrickGateway, Erro, Motivo

HTTP = {
    Motivo.APROVACAO: 202,
    Motivo.AGUARDE: 503,
    Motivo.RECUSADO: 422,
    Motivo.CONFIGURACAO: 502,
}


@asynccontextmanager
async def lifespan(app: FastAPI) -> AsyncIterator[None]:
    async with httpx.AsyncClient(
        base_url=os.environ["BRICK_URL"],
        headers={"Authorization": f"Bearer {os.environ['BRICK_TOKEN']}"},
        timeout=httpx.Timeout(30, connect=5),
    ) as http:
        app.state.brick = BrickGateway(http)
        yield


app = FastAPI(lifespan=lifespan)


async def gateway(request: Request) -> BrickGateway:
    return request.app.state.brick


Brick = Annotated[BrickGateway, Depends(gateway)]


def problema(erro: Erro) -> JSONResponse:
    cabecalhos = {"Retry-After": str(erro.segundos)} if erro.segundos is not None else None
    return JSONResponse(erro.model_dump(mode="json"), status_code=HTTP[erro.motivo], headers=cabecalhos)


@app.post("/pagamentos/{consent_id}")
async def pagar(
    consent_id: str,
    pedido: dict[str, Any],
    brick: Brick,
    idempotency_key: Annotated[str, Header()],
) -> Any:
    resultado = await brick.pagar(consent_id, idempotency_key, pedido)
    if resultado.erro is not None:
        return problema(resultado.erro)
    return JSONResponse(resultado.valor, status_code=201 if resultado.concluido else 202)
