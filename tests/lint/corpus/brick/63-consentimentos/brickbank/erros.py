from __future__ import annotations

import httpx


class ErroBrick(Exception):
    def __init__(self, status: int, codigo: str, titulo: str, detalhe: str, interacao: str | None) -> None:
        super().__init__(f"HTTP {status} {codigo or '-'}: {detalhe or titulo} (x-fapi-interaction-id={interacao})")
        self.status = status
        self.codigo = codigo
        self.titulo = titulo
        self.detalhe = detalhe
        self.interacao = interacao


class ErroServidor(ErroBrick):
    """Família 50x."""


class RequisicaoRecusada(ErroBrick):
    """Família 40x: a requisição não deve ser reenviada como está."""


class TokenRecusado(RequisicaoRecusada):
    """O token do cabeçalho expirou ou não é válido."""


def da_resposta(resposta: httpx.Response) -> ErroBrick:
    try:
        corpo = resposta.json()
    except ValueError:
        corpo = {}
    codigo = corpo.get("code") or corpo.get("error") or ""
    titulo = corpo.get("title", "")
    detalhe = corpo.get("detail") or corpo.get("error_description") or corpo.get("message") or ""
    if codigo == "TOKEN_NAO_AUTORIZADO":
        tipo: type[ErroBrick] = TokenRecusado
    elif 500 <= resposta.status_code < 510 and codigo != "ERRO_NO_FLUXO_OIDC":
        tipo = ErroServidor
    elif 400 <= resposta.status_code < 500:
        tipo = RequisicaoRecusada
    else:
        tipo = ErroBrick
    return tipo(resposta.status_code, codigo, titulo, detalhe, resposta.headers.get("x-fapi-interaction-id"))
