from __future__ import annotations

from enum import Enum
from typing import Any


class Next(Enum):
    """What the operations desk sees next to a stuck payment."""

    FIX_REQUEST = "fix request"
    AWAIT_APPROVERS = "await approvers"
    NEW_CONSENT = "new consent"
    NEXT_PERIOD = "next period"
    TICKET = "ticket"
    LOOK = "look"


NEXT_BY_CODE: dict[str, Next] = {
    "DATA_PAGAMENTO_INVALIDA": Next.FIX_REQUEST,
    "PAGAMENTO_DIVERGENTE_CONSENTIMENTO": Next.FIX_REQUEST,
    "NAO_INFORMADO": Next.FIX_REQUEST,
    "DETALHE_PAGAMENTO_INVALIDO": Next.FIX_REQUEST,
    "PARAMETRO_NAO_INFORMADO": Next.FIX_REQUEST,
    "PARAMETRO_INVALIDO": Next.FIX_REQUEST,
    "VALOR_INVALIDO": Next.FIX_REQUEST,
    "ERRO_IDEMPOTENCIA": Next.FIX_REQUEST,
    "DEPENDE_MULTIPLA_ALCADA": Next.AWAIT_APPROVERS,
    "CONSENTIMENTO_PENDENTE_AUTORIZACAO": Next.AWAIT_APPROVERS,
    "CONSENTIMENTO_NAO_AUTORIZADO": Next.NEW_CONSENT,
    "CONSENTIMENTO_EM_STATUS_REJEITADO": Next.NEW_CONSENT,
    "LIMITE_PERIODO_VALOR_EXCEDIDO": Next.NEXT_PERIOD,
    "LIMITE_PERIODO_QUANTIDADE_EXCEDIDO": Next.NEXT_PERIOD,
    "LIMITE_OPERACIONAL_EXCEDIDO": Next.NEXT_PERIOD,
    "INSTANCIA_NAO_ENCONTRADA": Next.TICKET,
    "TOKEN_INATIVO": Next.TICKET,
}


class PixFailure(Exception):
    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        self.code: str = body.get("code") or body.get("error") or ""
        self.next = NEXT_BY_CODE.get(self.code, Next.LOOK)
        super().__init__(f"{status} {self.code}: {body.get('detail') or body.get('message') or ''}")

    @property
    def server_side(self) -> bool:
        return 500 <= self.status <= 505
