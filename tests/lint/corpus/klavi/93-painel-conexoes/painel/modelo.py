from __future__ import annotations

import datetime as dt
import enum
import json
from typing import Any

import attrs


class Acao(enum.Enum):
    PRONTO = "pronto"
    PRONTO_COM_LACUNAS = "pronto-com-lacunas"
    AUTORIZAR_DE_NOVO = "autorizar-de-novo"
    REVER_DADOS = "rever-dados"
    RESOLVER_COM_O_BANCO = "resolver-com-o-banco"
    FECHAR_SESSOES = "fechar-sessoes"
    VOLTAR_MAIS_TARDE = "voltar-mais-tarde"
    CHAMAR_SUPORTE = "chamar-suporte"


@attrs.frozen
class Resposta:
    code: int = attrs.field(converter=int)
    message: str = ""
    data: dict[str, Any] = attrs.field(factory=dict)

    @classmethod
    def de_bytes(cls, bruto: bytes) -> Resposta:
        doc = json.loads(bruto)
        return cls(code=doc["code"], message=doc.get("message") or "", data=doc.get("data") or {})


@attrs.frozen
class Situacao:
    acao: Acao
    code: int
    message: str
    nao_antes_de: dt.datetime | None = None
    dados: dict[str, Any] = attrs.field(factory=dict)

    @property
    def pode_ler(self) -> bool:
        return self.acao in (Acao.PRONTO, Acao.PRONTO_COM_LACUNAS)
