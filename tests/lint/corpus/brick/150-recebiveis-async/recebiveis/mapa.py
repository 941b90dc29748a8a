"""Tabelas: de (status, código) para a classe de erro."""
from __future__ import annotations

import json
from types import MappingProxyType
from typing import Any, Final

import httpx

from .erros import (
    Corpo,
    ErroBrick,
    ErroDaRequisicao,
    ErroDeFluxo,
    ErroDoServidor,
    InstituicaoInstavel,
    LimiteMensal,
    NaoConcluido,
    SemAutorizacao,
)

CONCLUIDO: Final = frozenset({200, 201, 203})

POR_CODIGO: Final = MappingProxyType(
    {
        "ERRO_NO_FLUXO_OIDC": ErroDeFluxo,
        "ERRO_FLUXO_DCR": ErroDeFluxo,
        "ERRO_FLUXO_DCM": ErroDeFluxo,
        "ERRO_CHAMADA_API": InstituicaoInstavel,
        "TIMEOUT_CHAMADA_API": InstituicaoInstavel,
        "CONSENTIMENTO_INVALIDO": SemAutorizacao,
        "CONSENTIMENTO_EM_STATUS_REJEITADO": SemAutorizacao,
        "OPERACAO_NAO_PERMITIDA_STATUS": SemAutorizacao,
        "REFRESH_TOKEN_NAO_ENCONTRADO": SemAutorizacao,
        "LIMITE_OPERACIONAL_EXCEDIDO": LimiteMensal,
    }
)


def _classe(status: int, codigo: str | None) -> type[ErroBrick]:
    if codigo in POR_CODIGO:
        return POR_CODIGO[codigo]
    match status:
        case 202 | 204 | 205 | 206:
            return NaoConcluido
        case 401 | 403:
            return SemAutorizacao
        case 423:
            return LimiteMensal
        case s if 500 <= s <= 509:
            return ErroDoServidor
        case s if 400 <= s < 500:
            return ErroDaRequisicao
    return ErroBrick


def ler_corpo(resposta: httpx.Response) -> Corpo:
    try:
        bruto: Any = resposta.json()
    except (json.JSONDecodeError, UnicodeDecodeError):
        bruto = None
    if not isinstance(bruto, dict):
        return Corpo(None, "", resposta.text[:160], legivel=False)
    return Corpo(
        codigo=bruto.get("code") or bruto.get("error") or None,
        titulo=str(bruto.get("title") or ""),
        detalhe=str(bruto.get("detail") or bruto.get("error_description") or bruto.get("message") or ""),
    )


def erro_de(resposta: httpx.Response) -> ErroBrick | None:
    corpo = ler_corpo(resposta)
    if resposta.status_code in CONCLUIDO and corpo.codigo is None and corpo.legivel:
        return None
    tipo = _classe(resposta.status_code, corpo.codigo)
    return tipo(resposta.status_code, corpo, resposta.headers.get("x-fapi-interaction-id"))
