from __future__ import annotations

import os
from typing import Any

from fastapi import BackgroundTasks, FastAPI, Request
from fastapi.responses import JSONResponse
from pydantic import BaseModel, SecretStr

from errors import FlanksFailure, UnderReview
from flanks import Flanks

app = FastAPI()
flanks = Flanks(os.environ.get("FLANKS_TOKEN", ""))
customers: dict[str, dict[str, Any]] = {}


class BankLogin(BaseModel):
    bank: str
    username: str
    password: SecretStr


@app.exception_handler(FlanksFailure)
async def failed(_: Request, exc: FlanksFailure) -> JSONResponse:
    status = 202 if isinstance(exc, UnderReview) else 502
    return JSONResponse({"error": exc.error, "error_code": exc.error_code, "upstream": exc.http_status}, status)


def first_sync(customer: str, token: str) -> None:
    customers[customer] |= {"state": "active", "accounts": flanks.accounts(token)}


@app.get("/customers/{customer}/linked")
def linked(customer: str, code: str, background: BackgroundTasks) -> dict[str, str]:
    token = flanks.redeem(code)
    customers[customer] = {"state": "connected", "token": token}
    background.add_task(first_sync, customer, token)
    return {"state": "connected"}


@app.post("/customers/{customer}/bank", status_code=201)
def connect(customer: str, login: BankLogin, background: BackgroundTasks) -> dict[str, str]:
    token = flanks.create_credentials(login.bank, login.username, login.password.get_secret_value())
    customers[customer] = {"state": "connected", "token": token}
    background.add_task(first_sync, customer, token)
    return {"state": "connected"}
