from __future__ import annotations

from calendar import monthrange
from datetime import datetime, timedelta, timezone
from enum import StrEnum
from typing import Any, Generic, TypeVar

import httpx
from pydantic import BaseModel

T = TypeVar("T")


class Motivo(StrEnum):
    APROVACAO = "aprovacao-pendente"
    AGUARDE = "aguarde"
    RECUSADO = "recusado"
    CONFIGURACAO = "configuracao"


class Erro(BaseModel):
    motivo: Motivo
    status: int
    code: str | None = None
    title: str = ""
    detail: str = ""
    interaction_id: str | None = None
    segundos: int | None = None


class Resultado(Generic[T]):
    __slots__ = ("valor", "erro", "concluido")

    def __init__(self, valor: T | None = None, erro: Erro | None = None, concluido: bool = True) -> None:
        self.valor = valor
        self.erro = erro
        self.concluido = concluido

    def __bool__(self) -> bool:
        return self.erro is None


MULTIPLA_ALCADA = frozenset({"CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA"})
OUTRA_INSTITUICAO = frozenset({"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"})
NOSSA_CASA = frozenset(
    {
        "CLIENTE_INVALIDO",
        "ASSINATURA_INVALIDA",
        "INSTANCIA_NAO_ENCONTRADA",
        "INSTITUICAO_NAO_ENCONTRADA",
        "TOKEN_INATIVO",
        "TOKEN_NAO_AUTORIZADO",
        "invalid_token",
    }
)


def _ate_o_mes_que_vem(agora: datetime) -> int:
    ultimo = monthrange(agora.year, agora.month)[1]
    virada = agora.replace(day=ultimo, hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
    return int((virada - agora).total_seconds())


def classificar(status: int, code: str | None) -> tuple[Motivo, int | None]:
    if code in MULTIPLA_ALCADA:
        return Motivo.APROVACAO, None
    if code in OUTRA_INSTITUICAO:
        return Motivo.AGUARDE, 300
    if code == "LIMITE_OPERACIONAL_EXCEDIDO":
        return Motivo.AGUARDE, _ate_o_mes_que_vem(datetime.now(timezone.utc))
    if code in NOSSA_CASA or (code is None and status < 500):
        return Motivo.CONFIGURACAO, None
    if status >= 500:
        return Motivo.AGUARDE, 3
    return Motivo.RECUSADO, None


class BrickGateway:
    """Uma chamada, um resultado. Quem decide se e quando chama de novo é o canal."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self._http = http

    async def pagar(self, consent_id: str, chave: str, pedido: dict[str, Any]) -> Resultado[dict[str, Any]]:
        resp = await self._http.post(
            f"/open-banking/payments/{consent_id}", json=pedido, headers={"x-idempotency-key": chave}
        )
        if resp.is_success:
            return Resultado(valor=resp.json() if resp.content else {}, concluido=resp.status_code != 202)
        return Resultado(erro=self._erro(resp))

    @staticmethod
    def _erro(resp: httpx.Response) -> Erro:
        try:
            corpo = resp.json()
        except ValueError:
            corpo = {}
        code = corpo.get("code") or corpo.get("error")
        motivo, segundos = classificar(resp.status_code, code)
        return Erro(
            motivo=motivo,
            status=resp.status_code,
            code=code,
            title=corpo.get("title") or corpo.get("message") or "",
            detail=corpo.get("detail") or corpo.get("error_description") or "",
            interaction_id=resp.headers.get("x-fapi-interaction-id"),
            segundos=segundos,
        )
