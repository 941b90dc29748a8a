from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, TypeVar, Union

T = TypeVar("T")


class Acao(Enum):
    CONFERIR = "conferir o pedido; se estiver correto, abrir chamado com o x-fapi-interaction-id"
    AGUARDAR_TITULARES = "aguardar os demais titulares"
    NOVO_CONSENTIMENTO = "pedir novo consentimento"
    MAIS_TARDE = "reenviar mais tarde com a mesma chave"
    PROXIMO_PERIODO = "aguardar o próximo período de contagem"


@dataclass(frozen=True)
class Ok(Generic[T]):
    valor: T


@dataclass(frozen=True)
class Recusa:
    status: int
    codigo: str
    detalhe: str
    acao: Acao
    interacao: str | None = field(default=None, compare=False)


Resultado = Union[Ok[T], Recusa]

_ALCADA = {"DEPENDE_MULTIPLA_ALCADA", "CONSENTIMENTO_PENDENTE_AUTORIZACAO"}
_ENCERRADO = {"CONSENTIMENTO_EM_STATUS_REJEITADO", "CONSENTIMENTO_INVALIDO", "CONSENTIMENTO_NAO_AUTORIZADO"}


def acao_para(status: int, codigo: str) -> Acao:
    if codigo in _ALCADA:
        return Acao.AGUARDAR_TITULARES
    if codigo in _ENCERRADO:
        return Acao.NOVO_CONSENTIMENTO
    if status == 423:
        return Acao.PROXIMO_PERIODO
    if status >= 500 or codigo.endswith("_CHAMADA_API"):
        return Acao.MAIS_TARDE
    return Acao.CONFERIR
