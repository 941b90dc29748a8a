from __future__ import annotations

from typing import Any

from pydantic import BaseModel, model_validator


class CorpoErro(BaseModel):
    """Os três corpos possíveis, trazidos para um só."""

    code: str = ""
    title: str = ""
    detail: str = ""

    @model_validator(mode="before")
    @classmethod
    def _achatar(cls, bruto: Any) -> Any:
        if not isinstance(bruto, dict) or "code" in bruto:
            return bruto
        if "error" in bruto:
            return {"title": bruto["error"], "detail": bruto.get("error_description", "")}
        return {"detail": bruto.get("message", "")}


class FalhaBrick(Exception):
    def __init__(self, status: int, corpo: CorpoErro, interacao: str | None) -> None:
        super().__init__(f"HTTP {status} {corpo.code or corpo.title}: {corpo.detail}")
        self.status = status
        self.code = corpo.code
        self.title = corpo.title
        self.detail = corpo.detail
        self.interacao = interacao


class FalhaServidor(FalhaBrick):
    pass


class TokenRecusado(FalhaBrick):
    pass


class CotaEsgotada(FalhaBrick):
    pass


def classe_de(status: int, code: str) -> type[FalhaBrick]:
    if 500 <= status <= 509 and code != "ERRO_NO_FLUXO_OIDC":
        return FalhaServidor
    if code == "LIMITE_OPERACIONAL_EXCEDIDO":
        return CotaEsgotada
    if status == 401 and code != "CONSENTIMENTO_NAO_AUTORIZADO" and code != "INSTITUICAO_NAO_ENCONTRADA":
        return TokenRecusado
    return FalhaBrick
