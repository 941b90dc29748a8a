from __future__ import annotations

import enum
from typing import Any


class Tratativa(enum.Enum):
    FALHAR = "falhar"
    BACKOFF = "backoff"
    AGUARDAR = "aguardar"


_LINHAS: tuple[tuple[str, int, Tratativa], ...] = (
    ("CLIENTE_INVALIDO", 400, Tratativa.FALHAR),
    ("ASSINATURA_INVALIDA", 400, Tratativa.FALHAR),
    ("DADOS_INVALIDOS", 400, Tratativa.FALHAR),
    ("CONSENTIMENTO_INVALIDO", 400, Tratativa.FALHAR),
    ("ERRO_CHAMADA_API", 400, Tratativa.AGUARDAR),
    ("TIMEOUT_CHAMADA_API", 400, Tratativa.AGUARDAR),
    ("FALHA_FLUXO_REFRESH_TOKEN", 400, Tratativa.FALHAR),
    ("TIMEOUT_FLUXO_REFRESH_TOKEN", 400, Tratativa.AGUARDAR),
    ("CONSENTIMENTO_NAO_AUTORIZADO", 401, Tratativa.FALHAR),
    ("TOKEN_NAO_AUTORIZADO", 401, Tratativa.FALHAR),
    ("CONSENTIMENTO_NAO_ENCONTRADO", 404, Tratativa.FALHAR),
    ("REFRESH_TOKEN_NAO_ENCONTRADO", 404, Tratativa.FALHAR),
    ("CONSENTIMENTO_EM_STATUS_REJEITADO", 422, Tratativa.FALHAR),
    ("LIMITE_OPERACIONAL_EXCEDIDO", 423, Tratativa.FALHAR),
)

TRATATIVAS = {(codigo, status): tratativa for codigo, status, tratativa in _LINHAS}


class ErroBrick(Exception):
    def __init__(self, status: int, corpo: dict[str, Any]) -> None:
        self.status = status
        self.codigo: str | None = corpo.get("code") or corpo.get("error")
        self.detalhe = (
            corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or ""
        )
        super().__init__(f"HTTP {status} {self.codigo}: {self.detalhe}")

    @property
    def tratativa(self) -> Tratativa:
        if 500 <= self.status < 505:
            return Tratativa.BACKOFF
        return TRATATIVAS.get((self.codigo, self.status), Tratativa.FALHAR)
