"""Códigos do Brick que este serviço distingue, e o que fazer com cada família."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum, auto
from typing import Final


class Acao(StrEnum):
    """Quem tem de agir."""

    CORRIGIR = auto()
    REAUTORIZAR = auto()
    AGUARDAR_TITULARES = auto()
    AGUARDAR_PROCESSAMENTO = auto()
    PROXIMO_PERIODO = auto()
    REPETIR_50X = auto()
    REPETIR_MINUTOS = auto()


@dataclass(frozen=True, slots=True)
class Resposta:
    """Uma resposta do Brick já interpretada."""

    status: int
    corpo: dict[str, object]

    @property
    def codigo(self) -> str:
        """``code`` ou, no corpo do OAuth, ``error``; vazio se não há nenhum."""
        return str(self.corpo.get("code") or self.corpo.get("error") or "")

    @property
    def sucesso(self) -> bool:
        """Só 200 e 201 são resultado final."""
        return self.status in (200, 201)


def esperas(acao: Acao) -> Iterator[float]:
    """Esperas, em segundos, antes de cada nova tentativa."""
    match acao:
        case Acao.REPETIR_50X:
            yield from (3.0 * 2**n for n in range(5))
        case Acao.REPETIR_MINUTOS:
            yield from (180.0, 300.0)
        case _:
            return


SEM_CONSENTIMENTO: Final = frozenset(
    {"CONSENTIMENTO_INVALIDO", "CONSENTIMENTO_NAO_AUTORIZADO", "CONSENTIMENTO_EM_STATUS_REJEITADO"}
)
MULTIPLA_ALCADA: Final = frozenset({"CONSENTIMENTO_PENDENTE_AUTORIZACAO", "DEPENDE_MULTIPLA_ALCADA"})


def acao_para(resposta: Resposta) -> Acao:
    """Escolhe a ação pelo par (status, código)."""
    match resposta.status, resposta.codigo:
        case 400, "ERRO_CHAMADA_API" | "TIMEOUT_CHAMADA_API":
            return Acao.REPETIR_MINUTOS
        case 202, _:
            return Acao.AGUARDAR_PROCESSAMENTO
        case 423, _:
            return Acao.PROXIMO_PERIODO
        case 500 | 501 | 502 | 503 | 504 | 505, _:
            return Acao.REPETIR_50X
        case _, codigo if codigo in SEM_CONSENTIMENTO:
            return Acao.REAUTORIZAR
        case _, codigo if codigo in MULTIPLA_ALCADA:
            return Acao.AGUARDAR_TITULARES
        case _:
            return Acao.CORRIGIR
