from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Any

from pydantic import BaseModel, Field


class Situacao(StrEnum):
    LIQUIDADO = "liquidado"
    AGUARDANDO_APROVADORES = "aguardando-aprovadores"
    CONSENTIMENTO_ENCERRADO = "consentimento-encerrado"
    TETO_ATINGIDO = "teto-atingido"


class OrdemPix(BaseModel):
    id_interno: str
    consentimento: str
    valor: Decimal = Field(gt=0)
    chave: str

    def para_api(self) -> dict[str, Any]:
        return {
            "data": {
                "consentId": self.consentimento,
                "payment": {"amount": f"{self.valor:.2f}", "currency": "BRL"},
                "proxy": self.chave,
                "localInstrument": "DICT",
            }
        }


class Recibo(BaseModel):
    id_interno: str
    situacao: Situacao
    id_brick: str | None = None
    codigo: str | None = None


class ErroBrick(Exception):
    def __init__(self, http: int, codigo: str | None, texto: str) -> None:
        self.http, self.codigo, self.texto = http, codigo, texto
        super().__init__(f"Brick respondeu {http} ({codigo}): {texto}")
