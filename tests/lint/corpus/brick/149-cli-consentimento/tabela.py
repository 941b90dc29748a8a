"""O que fazer com cada resposta da Brick. A tabela é a única verdade; o resto do programa só a consulta."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, unique


@unique
class Codigo(StrEnum):
    ERRO_CHAMADA_API = "ERRO_CHAMADA_API"
    TIMEOUT_CHAMADA_API = "TIMEOUT_CHAMADA_API"
    CONSENTIMENTO_INVALIDO = "CONSENTIMENTO_INVALIDO"
    CONSENTIMENTO_NAO_AUTORIZADO = "CONSENTIMENTO_NAO_AUTORIZADO"
    CONSENTIMENTO_NAO_ENCONTRADO = "CONSENTIMENTO_NAO_ENCONTRADO"
    CONSENTIMENTO_EM_STATUS_REJEITADO = "CONSENTIMENTO_EM_STATUS_REJEITADO"
    CONSENTIMENTO_PENDENTE_AUTORIZACAO = "CONSENTIMENTO_PENDENTE_AUTORIZACAO"
    DEPENDE_MULTIPLA_ALCADA = "DEPENDE_MULTIPLA_ALCADA"
    TOKEN_NAO_AUTORIZADO = "TOKEN_NAO_AUTORIZADO"
    TOKEN_INATIVO = "TOKEN_INATIVO"
    LIMITE_OPERACIONAL_EXCEDIDO = "LIMITE_OPERACIONAL_EXCEDIDO"


@dataclass(frozen=True)
class Plano:
    """Esperas antes de cada nova tentativa e o código de saída quando elas acabam."""

    saida: int
    esperas: tuple[float, ...] = ()


class Destino(Enum):
    DESISTIR = Plano(saida=1)
    PLATAFORMA = Plano(saida=75, esperas=(3, 6, 12, 24, 48))
    OUTRA_INSTITUICAO = Plano(saida=75, esperas=(180,))
    CREDENCIAL = Plano(saida=77)
    CONSENTIMENTO = Plano(saida=65)
    APROVADORES = Plano(saida=66)
    PROXIMO_MES = Plano(saida=69)


_POR_CODIGO: dict[str, Destino] = {
    Codigo.ERRO_CHAMADA_API: Destino.OUTRA_INSTITUICAO,
    Codigo.TIMEOUT_CHAMADA_API: Destino.OUTRA_INSTITUICAO,
    Codigo.TOKEN_NAO_AUTORIZADO: Destino.CREDENCIAL,
    Codigo.TOKEN_INATIVO: Destino.CREDENCIAL,
    Codigo.CONSENTIMENTO_PENDENTE_AUTORIZACAO: Destino.APROVADORES,
    Codigo.DEPENDE_MULTIPLA_ALCADA: Destino.APROVADORES,
    Codigo.LIMITE_OPERACIONAL_EXCEDIDO: Destino.PROXIMO_MES,
    **{c: Destino.CONSENTIMENTO for c in Codigo if c.name.startswith("CONSENTIMENTO_") and "PENDENTE" not in c},
}

_POR_STATUS: dict[int, Destino] = {
    401: Destino.CREDENCIAL,
    423: Destino.PROXIMO_MES,
    **dict.fromkeys(range(500, 506), Destino.PLATAFORMA),
}


def destino(status: int, codigo: str) -> Destino:
    return _POR_CODIGO.get(codigo) or _POR_STATUS.get(status, Destino.DESISTIR)
