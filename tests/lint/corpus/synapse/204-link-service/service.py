from __future__ import annotations

import os
from functools import lru_cache

from fastapi import APIRouter, Depends, FastAPI, Header
from fastapi.responses import JSONResponse
from pydantic import BaseModel

from _http import SynapseHttp
from linking import link_bank
from models import BankLogin

router = APIRouter()


class LinkRequest(BaseModel):
    bank: str
    login: str
    password: str


@lru_cache
def synapse() -> SynapseHttp:
    return SynapseHttp(os.environ["SYNAPSE_GATEWAY"])


@router.post("/users/{user_id}/links")
def create_link(
    user_id: str,
    wanted: LinkRequest,
    x_sp_user: str = Header(),
    http: SynapseHttp = Depends(synapse),
) -> JSONResponse:
    answer = link_bank(http, user_id, x_sp_user, BankLogin(wanted.bank, wanted.login, wanted.password))
    return JSONResponse(answer.content, status_code=answer.status)


app = FastAPI(title="links")
app.include_router(router)
