"""The consent endpoints of our backend."""
from __future__ import annotations

import os

from fastapi import Depends, FastAPI, HTTPException, Request
from fastapi.responses import JSONResponse

from brick_client import BrickClient, BrickRefused, Consent

app = FastAPI()


def brick() -> BrickClient:
    return BrickClient(os.environ["BRICK_URL"], lambda: open(os.environ["BRICK_TOKEN_FILE"]).read().strip())


@app.exception_handler(BrickRefused)
async def refused(_: Request, exc: BrickRefused) -> JSONResponse:
    outward = exc.status if exc.status in (400, 404, 422, 423, 429) else 502
    return JSONResponse(
        {"provider": "brick", "status": exc.status, **exc.body.model_dump(exclude_none=True)}, status_code=outward
    )


@app.post("/consents", status_code=201)
async def create(cpf: str, client: BrickClient = Depends(brick)) -> Consent:
    return await client.create_consent(cpf, ["ACCOUNTS_READ", "RESOURCES_READ"])


@app.get("/callback")
async def callback(state: str, code: str | None = None, error: str | None = None, client: BrickClient = Depends(brick)):
    if error == "access_denied" or code is None:
        raise HTTPException(409, "the customer did not approve")
    return {"connection": await client.finish(code, state)}
