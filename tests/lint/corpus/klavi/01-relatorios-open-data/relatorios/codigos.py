from __future__ import annotations

import enum


class Providencia(enum.StrEnum):
    NENHUMA = enum.auto()
    CONFERIR_DADOS = enum.auto()
    TENTAR_MAIS_TARDE = enum.auto()
    AGUARDAR_24H = enum.auto()
    AGUARDAR_30MIN = enum.auto()
    RESOLVER_NO_BANCO = enum.auto()
    ENCERRAR_SESSOES = enum.auto()
    IR_A_AGENCIA = enum.auto()
    ABRIR_CHAMADO = enum.auto()
    CORRIGIR_INTEGRACAO = enum.auto()


RESSALVAS = {
    201: "há dados que dependem de nova autorização do titular",
    202: "parte das transações não foi baixada",
    203: "o relatório veio sem CPF",
}

_GRUPOS: dict[Providencia, frozenset[int]] = {
    Providencia.CONFERIR_DADOS: frozenset({402, 409, 410, 416, 417, 418, 433, 434, 435}),
    Providencia.TENTAR_MAIS_TARDE: frozenset({403, 429, 432}),
    Providencia.AGUARDAR_24H: frozenset({406, 414}),
    Providencia.AGUARDAR_30MIN: frozenset({415}),
    Providencia.RESOLVER_NO_BANCO: frozenset({407, 408}),
    Providencia.ENCERRAR_SESSOES: frozenset({413}),
    Providencia.IR_A_AGENCIA: frozenset({419, 420}),
    Providencia.CORRIGIR_INTEGRACAO: frozenset({400, 401, 411, 412, 431} | {*range(501, 506)}),
    Providencia.NENHUMA: frozenset({405, 430}),
}


def providencia_de(codigo: int) -> Providencia:
    for providencia, codigos in _GRUPOS.items():
        if codigo in codigos:
            return providencia
    return Providencia.ABRIR_CHAMADO
