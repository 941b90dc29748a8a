from functools import lru_cache
from typing import Annotated

from fastapi import Depends, FastAPI, HTTPException
from pydantic import BaseModel, SecretStr

from gateway import KhipuError, KhipuGateway
from schemas import Balance
from settings import Settings

app = FastAPI()


class Login(BaseModel):
    user: str
    password: SecretStr


@lru_cache
def gateway() -> KhipuGateway:
    conf = Settings()
    return KhipuGateway(conf.khipu_token, conf.khipu_url)


@app.post("/banks/{bank}/balances")
def balances(bank: str, login: Login, khipu: Annotated[KhipuGateway, Depends(gateway)]) -> list[Balance]:
    try:
        return khipu.balances(bank, login.user, login.password.get_secret_value())
    except KhipuError as exc:
        status = 422 if exc.code.startswith(("E1", "E4")) else 502
        detail = {"code": exc.code, "type": exc.kind, "text": exc.text, "operation": exc.operation_id}
        raise HTTPException(status, detail) from exc
