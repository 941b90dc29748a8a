"""Taxonomia de erros da porta de dados compartilhados (Brick Bank)."""
from __future__ import annotations

from typing import ClassVar

from attrs import define


@define(frozen=True)
class Corpo:
    """O que veio no corpo, em qualquer um dos formatos conhecidos."""

    codigo: str | None
    titulo: str
    detalhe: str
    legivel: bool = True


class ErroBrick(Exception):
    acao: ClassVar[str] = "investigar"

    def __init__(self, status: int, corpo: Corpo, interacao: str | None = None) -> None:
        super().__init__(f"HTTP {status} {corpo.codigo or '-'}: {corpo.detalhe or corpo.titulo}")
        self.status = status
        self.codigo = corpo.codigo
        self.detalhe = corpo.detalhe
        self.interacao = interacao


class ErroDoServidor(ErroBrick):
    """Família 50x: cabe nova tentativa, com espera."""

    acao = "aguardar"


class ErroDeFluxo(ErroBrick):
    acao = "abrir chamado no Service Desk"


class ErroDaRequisicao(ErroBrick):
    acao = "corrigir a requisição"


class SemAutorizacao(ErroBrick):
    acao = "renovar o consentimento ou o token"


class LimiteMensal(ErroBrick):
    acao = "aguardar o próximo período"


class InstituicaoInstavel(ErroBrick):
    acao = "tentar mais tarde, manualmente"


class NaoConcluido(ErroBrick):
    """Aceito, parcial ou sem conteúdo: ainda não há o que antecipar."""

    acao = "consultar depois"
