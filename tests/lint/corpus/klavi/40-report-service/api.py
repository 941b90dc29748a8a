"""HTTP face of the reports service."""
from __future__ import annotations

import os

from fastapi import Depends, FastAPI, Request
from fastapi.responses import JSONResponse

from klavi_reports import KlaviClient, KlaviError, NotBefore, UserActionRequired

app = FastAPI(title="reports")


def klavi() -> KlaviClient:
    return KlaviClient(os.environ["KLAVI_TOKEN"])


@app.exception_handler(KlaviError)
async def klavi_failed(request: Request, exc: KlaviError) -> JSONResponse:
    status, headers = 502, {}
    if isinstance(exc, NotBefore):
        status = 503
        headers["Retry-After"] = str(int(exc.delay.total_seconds()))
    elif isinstance(exc, UserActionRequired):
        status = 409
    return JSONResponse(
        {"error_code": "UPSTREAM", "klavi": {"code": exc.code, "message": exc.message}},
        status_code=status,
        headers=headers,
    )


@app.get("/reports/{link_id}")
def get_report(link_id: str, client: KlaviClient = Depends(klavi)) -> dict:
    report = client.report(link_id)
    return {
        "complete": report.usable_for_scoring,
        "missing": None if report.usable_for_scoring else report.completeness.name.lower(),
        "content": report.content,
    }
