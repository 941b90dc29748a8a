from pydantic import BaseModel, ConfigDict


class Sobre(BaseModel):
    model_config = ConfigDict(extra="allow")

    error: str | None = None
    error_code: int | None = None


class Credencial(BaseModel):
    credentials_token: str
    message: str | None = None


class Posicion(BaseModel):
    model_config = ConfigDict(extra="allow")

    isin: str | None = None
    balance: float | None = None
