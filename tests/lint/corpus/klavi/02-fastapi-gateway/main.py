import os
from contextlib import asynccontextmanager

import httpx
from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from gateway import IncomeResult, KlaviCode, KlaviFailure, KlaviGateway

ASK_THE_USER = {
    KlaviCode.CREDENTIALS,
    KlaviCode.WRONG_PASSWORD,
    KlaviCode.WRONG_MFA,
    KlaviCode.MFA_NOT_ENTERED,
}


@asynccontextmanager
async def lifespan(app: FastAPI):
    headers = {"partnerCode": os.environ["KLAVI_CODE"], "partnerToken": os.environ["KLAVI_TOKEN"]}
    async with httpx.AsyncClient(base_url=os.environ["KLAVI_URL"], headers=headers, timeout=20) as http:
        app.state.klavi = KlaviGateway(http)
        yield


app = FastAPI(lifespan=lifespan)


@app.exception_handler(KlaviFailure)
async def on_failure(request: Request, exc: KlaviFailure) -> JSONResponse:
    if exc.code in ASK_THE_USER:
        status = 422
    elif exc.code in (KlaviCode.USER_NOT_FOUND, KlaviCode.DELETED):
        status = 404
    elif exc.code in (KlaviCode.TOO_MANY_REQUESTS, KlaviCode.UNAVAILABLE):
        status = 503
    else:
        status = 502
    return JSONResponse({"klavi_code": exc.code, "message": exc.message}, status_code=status)


@app.get("/customers/{cpf}/income", response_model=IncomeResult)
async def income(cpf: str, request: Request) -> IncomeResult:
    return await request.app.state.klavi.income(cpf)
