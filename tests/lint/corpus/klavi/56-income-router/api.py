from __future__ import annotations

import os

from fastapi import APIRouter, Depends, FastAPI, Request
from fastapi.responses import JSONResponse

from gateway import KlaviGateway, KlaviProblem
from schemas import Income

router = APIRouter(prefix="/income")
STATUS = {"customer": 422, "bank": 503, "operations": 502}


def gateway() -> KlaviGateway:
    return KlaviGateway(os.environ.get("KLAVI_URL", "https://api.klavi.ai"), os.environ["KLAVI_TOKEN"])


@router.get("/{trace_id}")
async def read_income(trace_id: str, klavi: KlaviGateway = Depends(gateway)) -> Income:
    return await klavi.income(trace_id)


async def on_klavi_problem(request: Request, exc: KlaviProblem) -> JSONResponse:
    headers = {}
    if exc.problem.not_before_minutes:
        headers["Retry-After"] = str(exc.problem.not_before_minutes * 60)
    return JSONResponse(exc.problem.model_dump(), status_code=STATUS[exc.problem.audience], headers=headers)


def create_app() -> FastAPI:
    app = FastAPI(title="income")
    app.include_router(router)
    app.add_exception_handler(KlaviProblem, on_klavi_problem)
    return app
