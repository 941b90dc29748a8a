"""The service. Its own replies have an `error_code`, too: text, and ours."""

from __future__ import annotations

import os

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from . import fx, oauth
from .flanks import FlanksClient, FlanksError
from .notify import tell

app = FastAPI()
client = FlanksClient(os.environ["FLANKS_TOKEN"])

OWN = {"E001": "no such customer", "E002": "bank not linked", "20001": "gone"}


@app.exception_handler(FlanksError)
async def flanks_failed(request: Request, error: FlanksError) -> JSONResponse:
    tell(error)
    return JSONResponse({"error_code": "BANK", "detail": error.error_code, "status": error.status}, status_code=502)


@app.get("/callback")
async def callback(request: Request) -> dict:
    return await oauth.login(request)


@app.get("/wealth/{token}")
async def wealth(token: str, currency: str = "EUR") -> dict:
    accounts = await client.accounts(token)
    rate = fx.rates(currency)["EUR"]
    return {"error_code": None, "total": sum(a["balance"] for a in accounts) * rate}


def own_message(reply: dict) -> str:
    if reply["error_code"] == "E001":
        return OWN["E001"]
    return OWN.get(reply["error_code"], "unknown")
