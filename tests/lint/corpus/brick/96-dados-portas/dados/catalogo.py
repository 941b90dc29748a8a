"""Política de erros como dado. O motor só interpreta."""
from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .portas import Resposta


class Conduta(StrEnum):
    REPETIR = "repetir"
    DESISTIR = "desistir"
    PEDIR_CONSENTIMENTO = "pedir-consentimento"
    ABRIR_CHAMADO = "abrir-chamado"


@dataclass(frozen=True, slots=True)
class Regra:
    conduta: Conduta
    esperas: tuple[float, ...] = ()


_LINHAS: tuple[tuple[int, str, str, tuple[float, ...]], ...] = (
    # status, código, conduta, esperas em segundos
    (400, "CLIENTE_INVALIDO", "abrir-chamado", ()),
    (400, "CONSENTIMENTO_INVALIDO", "pedir-consentimento", ()),
    (400, "ERRO_CHAMADA_API", "repetir", (5, 10)),
    (400, "TIMEOUT_CHAMADA_API", "repetir", (180, 300)),
    (400, "FALHA_FLUXO_REFRESH_TOKEN", "abrir-chamado", ()),
    (400, "TIMEOUT_FLUXO_REFRESH_TOKEN", "repetir", (180, 300)),
    (401, "CONSENTIMENTO_NAO_AUTORIZADO", "pedir-consentimento", ()),
    (401, "TOKEN_INATIVO", "abrir-chamado", ()),
    (404, "REFRESH_TOKEN_NAO_ENCONTRADO", "abrir-chamado", ()),
    (422, "CONSENTIMENTO_EM_STATUS_REJEITADO", "pedir-consentimento", ()),
    (422, "OPERACAO_NAO_PERMITIDA_STATUS", "pedir-consentimento", ()),
    (423, "LIMITE_OPERACIONAL_EXCEDIDO", "desistir", ()),
)

CATALOGO = {(st, cod): Regra(Conduta(c), esperas) for st, cod, c, esperas in _LINHAS}
INSTABILIDADE = Regra(Conduta.REPETIR, (3, 6, 12, 24, 48))
PADRAO = Regra(Conduta.DESISTIR)


def regra_para(resposta: Resposta) -> Regra:
    if 500 <= resposta.status <= 509:
        return INSTABILIDADE
    return CATALOGO.get((resposta.status, resposta.codigo), PADRAO)
