from __future__ import annotations

import json
from typing import Any


class BrickError(Exception):
    """Erro devolvido pela plataforma. `code` é None nos corpos que não o trazem."""

    status_padrao: int | None = None
    _por_status: dict[int, type["BrickError"]] = {}

    def __init_subclass__(cls, *, status: int, **kw: Any) -> None:
        super().__init_subclass__(**kw)
        cls.status_padrao = status
        BrickError._por_status[status] = cls

    def __init__(self, status: int, code: str | None, texto: str, corpo: Any) -> None:
        super().__init__(f"HTTP {status} {code or '-'}: {texto}")
        self.status = status
        self.code = code
        self.texto = texto
        self.corpo = corpo

    @classmethod
    def de_resposta(cls, status: int, conteudo: bytes) -> "BrickError":
        try:
            corpo = json.loads(conteudo)
        except ValueError:
            corpo = {}
        match corpo:
            case {"code": str(code), "detail": detalhe}:
                texto = f"{corpo.get('title', '')} - {detalhe}"
            case {"error": erro, "error_description": descricao}:
                code, texto = None, f"{erro}: {descricao}"
            case {"message": mensagem}:
                code, texto = None, mensagem
            case _:
                code, texto = None, conteudo[:200].decode("utf-8", "replace")
        return cls._por_status.get(status, cls)(status, code or None, texto, corpo)


class RequisicaoRecusada(BrickError, status=400): ...


class NaoAutorizado(BrickError, status=401): ...


class NaoEncontrado(BrickError, status=404): ...


class RegraDeNegocio(BrickError, status=422): ...


class LimiteOperacional(BrickError, status=423): ...


class MuitasRequisicoes(BrickError, status=429): ...


class EmProcessamento(Exception):
    """202: aceito, ainda sem resultado."""

    def __init__(self, corpo: Any) -> None:
        super().__init__("requisição aceita, processamento não concluído")
        self.corpo = corpo
