from __future__ import annotations

from typing import Any, Mapping, Optional

import attr


@attr.s(auto_attribs=True, auto_exc=True)
class ApiError(Exception):
    status: int
    code: Optional[str]
    title: str
    detail: str
    body: Any


class ServerFault(ApiError):
    """Any 50x."""


class AuthError(ApiError):
    pass


class ConsentError(ApiError):
    """The consent can't be used for this; ask the customer for a new one."""


class PaymentDataError(ApiError):
    """We sent something that doesn't match the consent or the rules."""


class LimitReached(ApiError):
    pass


CODES: Mapping[str, type] = {
    "TOKEN_NAO_AUTORIZADO": AuthError,
    "TOKEN_INATIVO": AuthError,
    "CONSENTIMENTO_INVALIDO": ConsentError,
    "CONSENTIMENTO_NAO_AUTORIZADO": ConsentError,
    "CONSENTIMENTO_NAO_ENCONTRADO": ConsentError,
    "CONSENTIMENTO_REJEITADO": ConsentError,
    "OPERACAO_NAO_PERMITIDA_STATUS": ConsentError,
    "DATA_PAGAMENTO_INVALIDA": PaymentDataError,
    "PAGAMENTO_DIVERGENTE_CONSENTIMENTO": PaymentDataError,
    "DETALHE_PAGAMENTO_INVALIDO": PaymentDataError,
    "PARAMETRO_NAO_INFORMADO": PaymentDataError,
    "PARAMETRO_INVALIDO": PaymentDataError,
    "VALOR_INVALIDO": PaymentDataError,
    "ERRO_IDEMPOTENCIA": PaymentDataError,
    "LIMITE_PERIODO_VALOR_EXCEDIDO": LimitReached,
    "LIMITE_PERIODO_QUANTIDADE_EXCEDIDO": LimitReached,
    "LIMITE_OPERACIONAL_EXCEDIDO": LimitReached,
}


def error_from(status: int, body: Mapping[str, Any]) -> ApiError:
    code = body.get("code")
    if 500 <= status < 510:
        cls = ServerFault
    else:
        cls = CODES.get(code, AuthError if status == 401 else ApiError)
    detail = body.get("detail") or body.get("error_description") or body.get("message") or ""
    return cls(status, code, body.get("title") or "", detail, body)
