from __future__ import annotations

import os

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import JSONResponse

from brick_client import BrickClient, open_http
from errors import BrickError, InstitutionUnavailable, StillProcessing
from investments import Portfolio, portfolio

router = APIRouter(prefix="/investimentos")


async def brick():
    async with open_http(os.environ["BRICK_URL"], os.environ["BRICK_TOKEN"]) as http:
        yield BrickClient(http)


@router.get("/{product}")
async def read(product: str, consent_id: str, client: BrickClient = Depends(brick)) -> Portfolio:
    return await portfolio(client, product, consent_id)


app = FastAPI()
app.include_router(router)


@app.exception_handler(BrickError)
async def on_brick_error(request: Request, exc: BrickError) -> JSONResponse:
    content = {"status": exc.status, "code": exc.code, "body": exc.body}
    if isinstance(exc, StillProcessing):
        return JSONResponse(content, status_code=202)
    if isinstance(exc, InstitutionUnavailable):
        return JSONResponse(content, status_code=503, headers={"Retry-After": "300"})
    return JSONResponse(content, status_code=502 if exc.status >= 500 else 409)
