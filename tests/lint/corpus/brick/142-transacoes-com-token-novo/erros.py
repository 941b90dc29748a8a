"""Falhas do Brick Bank."""
from __future__ import annotations

from typing import Any

# Códigos 400 em que a outra instituição é que não respondeu: aguardar alguns minutos e refazer.
OUTRA_INSTITUICAO = frozenset({"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"})
TRANSITORIOS = frozenset({500, 502, 503, 504})


class FalhaBrick(Exception):
    def __init__(self, status: int, corpo: dict[str, Any]) -> None:
        self.status = status
        self.corpo = corpo
        self.codigo = codigo_de(corpo)
        super().__init__(f"{status} {self.codigo or corpo}")

    @property
    def no_servidor(self) -> bool:
        # o fluxo OIDC depende de chamado no Service Desk
        return self.status in TRANSITORIOS and self.codigo != "ERRO_NO_FLUXO_OIDC"

    @property
    def na_outra_instituicao(self) -> bool:
        return self.status == 400 and self.codigo in OUTRA_INSTITUICAO


class SemConsentimento(FalhaBrick):
    """O titular precisa autorizar de novo; o cadastro é suspenso."""


class LimiteDoMes(FalhaBrick):
    """423: só no próximo período de contagem."""


def codigo_de(corpo: dict[str, Any]) -> str:
    return corpo.get("code") or corpo.get("error") or ""


def falha(status: int, corpo: dict[str, Any]) -> FalhaBrick:
    if status == 423:
        return LimiteDoMes(status, corpo)
    if codigo_de(corpo).startswith("CONSENTIMENTO_"):
        return SemConsentimento(status, corpo)
    return FalhaBrick(status, corpo)
