from __future__ import annotations

from typing import Any, ClassVar

import httpx


class ErroBrick(Exception):
    """Resposta da Brick que não traz o recurso pedido."""

    repete: ClassVar[bool] = False

    def __init__(self, status: int, codigo: str, detalhe: str) -> None:
        super().__init__(f"HTTP {status} {codigo or '(sem código)'}: {detalhe}")
        self.status = status
        self.codigo = codigo
        self.detalhe = detalhe


class FalhaServidor(ErroBrick):
    repete = True


class SessaoConcorrente(FalhaServidor):
    """O 429 de sessões segue a política dos 50x."""


class AindaProcessando(ErroBrick):
    pass


class OutraInstituicao(ErroBrick):
    """A chamada falhou do lado de lá; vale refazer na próxima rodada."""


class AguardaTitulares(ErroBrick):
    pass


class CotaDoMes(ErroBrick):
    pass


_POR_CODIGO: dict[str, type[ErroBrick]] = {
    "ERRO_CHAMADA_API": OutraInstituicao,
    "TIMEOUT_CHAMADA_API": OutraInstituicao,
    "CONSENTIMENTO_PENDENTE_AUTORIZACAO": AguardaTitulares,
    "DEPENDE_MULTIPLA_ALCADA": AguardaTitulares,
    "LIMITE_OPERACIONAL_EXCEDIDO": CotaDoMes,
}


def _corpo(resposta: httpx.Response) -> dict[str, Any]:
    try:
        corpo = resposta.json()
    except ValueError:
        return {}
    return corpo if isinstance(corpo, dict) else {}


def de_resposta(resposta: httpx.Response) -> ErroBrick:
    status, corpo = resposta.status_code, _corpo(resposta)
    codigo = corpo.get("code") or corpo.get("error") or ""
    detalhe = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or resposta.text[:200]
    if status == 202:
        classe: type[ErroBrick] = AindaProcessando
    elif 500 <= status < 600:
        classe = FalhaServidor
    elif status == 429 and corpo.get("title") == "Too Many Sessions":
        classe = SessaoConcorrente
    else:
        classe = _POR_CODIGO.get(codigo, ErroBrick)
    return classe(status, codigo, detalhe)
