from __future__ import annotations

import logging
import os

import httpx
from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import JSONResponse

from .client import KhipuClient, KhipuFault
from .schemas import Envelope

log = logging.getLogger(__name__)
router = APIRouter(prefix="/v1")
finished: dict[str, Envelope] = {}


async def issue_jwt() -> str:
    async with httpx.AsyncClient() as sso:
        for _ in range(4):
            reply = await sso.post(os.environ["SSO_URL"], data={"client": "khipu-bridge"})
            if reply.status_code not in {429, 502, 503}:
                break
        reply.raise_for_status()
        return reply.json()["jwt"]


khipu = KhipuClient(os.environ.get("KHIPU_URL", "https://api.khipu.com"), issue_jwt)


@router.get("/debts/{rut}")
async def debts(rut: str):
    return await khipu.run("/v1/cl/services/cmfchile.cl/debt-report", {"Username": rut})


@router.post("/khipu/webhook", status_code=204)
async def webhook(envelope: Envelope) -> None:
    finished[envelope.operation_id] = envelope
    if envelope.error is not None:
        gave_up = envelope.error.code == "L000"
        log.warning("%s: %s%s", envelope.operation_id, envelope.error.code, " (no more attempts at Khipu)" if gave_up else "")


@router.get("/operations/{operation_id}")
async def operation(operation_id: str):
    envelope = finished.get(operation_id)
    if envelope is None:
        return JSONResponse({"state": "running"}, status_code=202)
    if envelope.error is not None:
        raise KhipuFault(envelope.error)
    return envelope.data


async def on_fault(_: Request, fault: KhipuFault) -> JSONResponse:
    body = fault.body
    after = body.advice.retry_after
    return JSONResponse(
        {"code": body.code, "type": body.advice.value, "detail": body.description},
        status_code=503 if after else 422,
        headers={"Retry-After": str(after)} if after else None,
    )


def create_app() -> FastAPI:
    app = FastAPI()
    app.include_router(router)
    app.add_exception_handler(KhipuFault, on_fault)
    return app
