from __future__ import annotations

import enum
from dataclasses import dataclass, field
from datetime import date


class Destino(enum.Enum):
    CRIADO = "criado"
    EM_PROCESSAMENTO = "em-processamento"
    AGUARDA_TITULARES = "aguarda-titulares"
    PROXIMO_MES = "proximo-mes"
    CORRIGIR = "corrigir"
    CHAMADO = "chamado"
    TENTAR_DEPOIS = "tentar-depois"
    SEM_RESPOSTA = "sem-resposta"


@dataclass
class Pedido:
    consentimento: str
    valor: str
    chave: str


@dataclass
class Ficha:
    pedido: Pedido
    destino: Destino
    status: int
    codigo: str = ""
    detalhe: str = ""
    a_partir_de: date | None = None
    dados: dict = field(default_factory=dict)


DESTINO_POR_CODIGO: dict[str, Destino] = {
    "CONSENTIMENTO_PENDENTE_AUTORIZACAO": Destino.AGUARDA_TITULARES,
    "DEPENDE_MULTIPLA_ALCADA": Destino.AGUARDA_TITULARES,
    "LIMITE_OPERACIONAL_EXCEDIDO": Destino.PROXIMO_MES,
    "ERRO_CHAMADA_API": Destino.TENTAR_DEPOIS,
    "TIMEOUT_CHAMADA_API": Destino.TENTAR_DEPOIS,
    "ERRO_NO_FLUXO_OIDC": Destino.CHAMADO,
    "LINK_NAO_ENCONTRADO": Destino.CHAMADO,
    "CPF_INVALIDO": Destino.CHAMADO,
    "ERRO_FLUXO_DCR": Destino.CHAMADO,
    "ERRO_FLUXO_DCM": Destino.CHAMADO,
    "INSTANCIA_NAO_ENCONTRADA": Destino.CHAMADO,
    "TOKEN_INATIVO": Destino.CHAMADO,
    "REFRESH_TOKEN_NAO_ENCONTRADO": Destino.CHAMADO,
}


def destino(status: int, codigo: str) -> Destino:
    if codigo in DESTINO_POR_CODIGO:
        return DESTINO_POR_CODIGO[codigo]
    if status in (500, 501, 502, 503, 504, 505, 529):
        return Destino.TENTAR_DEPOIS
    return Destino.CORRIGIR
