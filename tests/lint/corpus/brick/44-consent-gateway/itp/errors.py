from __future__ import annotations


class BrickError(Exception):
    def __init__(self, status: int, code: str, title: str, detail: str, interaction_id: str | None) -> None:
        super().__init__(f"{status} {code or '-'}: {title} ({detail})")
        self.status = status
        self.code = code
        self.title = title
        self.detail = detail
        self.interaction_id = interaction_id


class BrickUnavailable(BrickError):
    """50x answers."""


class NeedsTicket(BrickError):
    """Only a ticket at the Service Desk or Canal de Atendimento helps."""


class InvalidConsentRequest(BrickError):
    """The payload we sent is at fault."""


class ConsentRefused(BrickError):
    """The consent exists but can't be used."""


class BrickUnauthorized(BrickError):
    """Missing, expired or inactive token."""


TICKET = {"ERRO_NO_FLUXO_OIDC", "ERRO_FLUXO_DCR", "ERRO_FLUXO_DCM", "LINK_NAO_ENCONTRADO", "CPF_INVALIDO", "INSTANCIA_NAO_ENCONTRADA"}
REQUEST = {
    "DADOS_INVALIDOS",
    "DATA_DE_EXPIRACAO_INVALIDA",
    "DATA_EXPIRACAO_INVALIDA",
    "DATA_INVALIDA",
    "PARAMETRO_INVALIDO",
    "PARAMETRO_NAO_INFORMADO",
    "PERMISSAO_PF_PJ_EM_CONJUNTO",
    "PERMISSOES_INVALIDAS",
    "INSTITUICAO_NAO_ENCONTRADA",
}
CONSENT = {
    "CONSENTIMENTO_INVALIDO",
    "CONSENTIMENTO_NAO_AUTORIZADO",
    "CONSENTIMENTO_NAO_ENCONTRADO",
    "CONSENTIMENTO_EM_STATUS_REJEITADO",
    "OPERACAO_NAO_PERMITIDA_STATUS",
}


def classify(status: int, code: str) -> type[BrickError]:
    if code in TICKET:
        return NeedsTicket
    if code in REQUEST:
        return InvalidConsentRequest
    if code in CONSENT:
        return ConsentRefused
    if status == 401:
        return BrickUnauthorized
    if 500 <= status < 510:
        return BrickUnavailable
    return BrickError
