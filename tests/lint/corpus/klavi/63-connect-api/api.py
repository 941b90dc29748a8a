from __future__ import annotations

import os
from functools import lru_cache

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, SecretStr

from errors import ConnectionProblem
from gateway import Connection, KlaviGateway

app = FastAPI(title="connections")


class ConnectIn(BaseModel):
    institution: str
    tax_id: str
    password: SecretStr


@lru_cache
def gateway() -> KlaviGateway:
    return KlaviGateway(token=os.environ.get("KLAVI_TOKEN", ""))


@app.exception_handler(ConnectionProblem)
async def show_problem(_: Request, problem: ConnectionProblem) -> JSONResponse:
    headers = {"Retry-After": str(problem.retry_after)} if problem.retry_after else {}
    return JSONResponse(
        status_code=problem.http_status,
        headers=headers,
        content={"error": problem.slug, "provider_code": problem.code, "detail": problem.message},
    )


@app.post("/connections", response_model=Connection, status_code=201)
async def create_connection(body: ConnectIn, klavi: KlaviGateway = Depends(gateway)) -> Connection:
    return await klavi.connect(body.institution, body.tax_id, body.password.get_secret_value())
