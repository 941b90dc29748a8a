"""Falhas da Brick, uma classe por tratativa."""
from __future__ import annotations

from http import HTTPStatus
from typing import ClassVar

import requests


class FalhaBrick(Exception):
    _por_codigo: ClassVar[dict[str, type[FalhaBrick]]] = {}

    def __init__(self, status: int, codigo: str | None, titulo: str, detalhe: str) -> None:
        super().__init__(f"{status} {codigo or '-'} {titulo}: {detalhe}")
        self.status, self.codigo, self.titulo, self.detalhe = status, codigo, titulo, detalhe

    def __init_subclass__(cls, codigos: tuple[str, ...] = (), **kwargs: object) -> None:
        super().__init_subclass__(**kwargs)
        cls._por_codigo.update(dict.fromkeys(codigos, cls))

    @classmethod
    def da_resposta(cls, resposta: requests.Response) -> FalhaBrick:
        try:
            corpo = resposta.json()
        except ValueError:
            corpo = {}
        match corpo:
            case {"code": str(codigo), **resto} if codigo:
                titulo, detalhe = resto.get("title", ""), resto.get("detail", "")
            case {"error": str(erro), **resto}:
                codigo, titulo, detalhe = None, erro, resto.get("error_description", "")
            case {"message": str(mensagem)}:
                codigo, titulo, detalhe = None, mensagem, ""
            case _:
                codigo, titulo, detalhe = None, resposta.reason or "", resposta.text[:200]
        padrao = FalhaServidor if 500 <= resposta.status_code < 510 else FalhaBrick
        return cls._por_codigo.get(codigo or "", padrao)(resposta.status_code, codigo, titulo, detalhe)


class FalhaServidor(FalhaBrick):
    pass


class FalhaFluxoOidc(FalhaBrick, codigos=("ERRO_NO_FLUXO_OIDC",)):
    """A outra instituição precisa de um chamado, com o x-fapi-interaction-id."""


class FalhaOutraInstituicao(FalhaBrick, codigos=("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API")):
    pass


class LimiteOperacional(FalhaBrick, codigos=("LIMITE_OPERACIONAL_EXCEDIDO",)):
    pass


class TokenRecusado(FalhaBrick, codigos=("TOKEN_NAO_AUTORIZADO",)):
    pass


ACEITO_SEM_CONCLUIR = HTTPStatus.ACCEPTED
