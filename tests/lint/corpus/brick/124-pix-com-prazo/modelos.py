from __future__ import annotations

from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict


class Situacao(str, Enum):
    ACEITO = "aceito"
    EM_PROCESSAMENTO = "em-processamento"
    AGUARDA_APROVADORES = "aguarda-aprovadores"
    RECUSADO = "recusado"
    INDISPONIVEL = "indisponivel"


class Ordem(BaseModel):
    model_config = ConfigDict(frozen=True)

    id: UUID
    consent_id: str
    valor: Decimal
    chave_pix: str

    def corpo(self) -> dict[str, Any]:
        return {
            "data": {
                "consentId": self.consent_id,
                "payment": {"amount": f"{self.valor:.2f}", "currency": "BRL"},
                "proxy": self.chave_pix,
            }
        }


class Comprovante(BaseModel):
    ordem: UUID
    situacao: Situacao
    status: int
    codigo: str = ""
    detalhe: str = ""
    pagamento: str | None = None
    tentativas: int = 1
