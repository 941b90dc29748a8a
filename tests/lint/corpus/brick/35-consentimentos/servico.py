"""Situação dos consentimentos mostrada no painel do cliente."""
from __future__ import annotations

import enum
from dataclasses import dataclass

from cliente import ClienteBrick
from erros import ErroBrick


class Situacao(enum.Enum):
    ATIVO = "ativo"
    PENDENTE = "pendente"
    INEXISTENTE = "inexistente"
    REJEITADO = "rejeitado"
    SEM_PERMISSAO = "sem permissão"


@dataclass
class Consentimento:
    consent_id: str
    situacao: Situacao
    expira_em: str | None = None


SITUACAO_POR_ERRO = {
    "CONSENTIMENTO_NAO_ENCONTRADO": Situacao.INEXISTENTE,
    "CONSENTIMENTO_NAO_AUTORIZADO": Situacao.SEM_PERMISSAO,
    "CONSENTIMENTO_REJEITADO": Situacao.REJEITADO,
}

SITUACAO_POR_STATUS = {
    "AUTHORISED": Situacao.ATIVO,
    "AWAITING_AUTHORISATION": Situacao.PENDENTE,
    "REJECTED": Situacao.REJEITADO,
    "CONSUMED": Situacao.SEM_PERMISSAO,
}


class ServicoConsentimentos:
    def __init__(self, cliente: ClienteBrick) -> None:
        self.cliente = cliente

    def consultar(self, consent_id: str) -> Consentimento:
        try:
            corpo = self.cliente.consentimento(consent_id)
        except ErroBrick as erro:
            situacao = SITUACAO_POR_ERRO.get(erro.code)
            if situacao is None:
                raise
            return Consentimento(consent_id, situacao)
        dados = corpo["data"]
        situacao = SITUACAO_POR_STATUS[dados["status"]]
        return Consentimento(consent_id, situacao, dados.get("expirationDateTime"))
