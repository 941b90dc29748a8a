from enum import StrEnum
from typing import Any

from pydantic import BaseModel, ConfigDict


class Envelope(BaseModel):
    model_config = ConfigDict(extra="allow")

    code: int
    message: str = ""
    data: dict[str, Any] | None = None


class Qualidade(StrEnum):
    COMPLETA = "completa"
    PARCIAL = "parcial"


class Atualizacao(BaseModel):
    qualidade: Qualidade
    code: int
    dados: dict[str, Any]

    @classmethod
    def de(cls, env: Envelope, qualidade: Qualidade) -> "Atualizacao":
        return cls(qualidade=qualidade, code=env.code, dados=env.data or {})
