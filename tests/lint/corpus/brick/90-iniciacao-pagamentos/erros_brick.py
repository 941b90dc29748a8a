from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(eq=False)
class ErroBrick(Exception):
    status: int
    codigo: str | None
    titulo: str
    detalhe: str

    def __str__(self) -> str:
        return f"HTTP {self.status} {self.codigo or '(sem código)'}: {self.titulo} - {self.detalhe}"

    @property
    def transitorio(self) -> bool:
        return False


class ErroServidor(ErroBrick):
    @property
    def transitorio(self) -> bool:
        # este vem com 500, mas pede chamado no Service Desk
        return self.codigo != "ERRO_NO_FLUXO_OIDC"


class OutraInstituicaoIndisponivel(ErroBrick):
    """A detentora não respondeu; vale tentar de novo depois de alguns minutos."""


class AguardandoAprovadores(ErroBrick):
    """Conta com múltipla alçada: faltam aprovações dos demais titulares."""


class ConsentimentoEncerrado(ErroBrick):
    pass


_POR_CODIGO: dict[str, type[ErroBrick]] = {
    "ERRO_CHAMADA_API": OutraInstituicaoIndisponivel,
    "TIMEOUT_CHAMADA_API": OutraInstituicaoIndisponivel,
    "CONSENTIMENTO_PENDENTE_AUTORIZACAO": AguardandoAprovadores,
    "DEPENDE_MULTIPLA_ALCADA": AguardandoAprovadores,
    "CONSENTIMENTO_EM_STATUS_REJEITADO": ConsentimentoEncerrado,
    "CONSENTIMENTO_INVALIDO": ConsentimentoEncerrado,
    "OPERACAO_NAO_PERMITIDA_STATUS": ConsentimentoEncerrado,
}


def erro_da_resposta(status: int, corpo: dict[str, Any]) -> ErroBrick:
    codigo = corpo.get("code") or None
    titulo = corpo.get("title") or corpo.get("error") or "erro"
    detalhe = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or ""
    if status in (500, 502, 503, 504):
        return ErroServidor(status, codigo, titulo, detalhe)
    return _POR_CODIGO.get(codigo or "", ErroBrick)(status, codigo, titulo, detalhe)
