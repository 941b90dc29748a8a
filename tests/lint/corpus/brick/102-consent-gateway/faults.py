from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Self

import httpx


@dataclass(frozen=True, slots=True)
class Detail:
    status: int
    code: str | None
    title: str
    detail: str
    interaction_id: str | None

    @classmethod
    def read(cls, response: httpx.Response) -> Self:
        try:
            body: Any = response.json()
        except ValueError:
            body = {}
        fapi = response.headers.get("x-fapi-interaction-id")
        match body:
            case {"code": str(code), **rest} if code:
                return cls(response.status_code, code, str(rest.get("title", "")), str(rest.get("detail", "")), fapi)
            case {"error": str(error), "error_description": str(text)}:
                return cls(response.status_code, None, error, text, fapi)
            case {"message": str(text)}:
                return cls(response.status_code, None, "gateway", text, fapi)
            case _:
                return cls(response.status_code, None, response.reason_phrase, "", fapi)


class BrickError(Exception):
    def __init__(self, detail: Detail) -> None:
        super().__init__(f"HTTP {detail.status} {detail.code or detail.title}: {detail.detail}")
        self.detail = detail


class ConsentUnusable(BrickError): ...


class RequestRejected(BrickError): ...


class TokenRefused(BrickError): ...


class QuotaSpent(BrickError): ...


class OtherInstitutionDown(BrickError):
    """The other institution did not answer: worth another look in some minutes."""


class ProviderDown(BrickError): ...


_BY_CODE: dict[str, type[BrickError]] = {
    "CONSENTIMENTO_INVALIDO": ConsentUnusable,
    "CONSENTIMENTO_NAO_AUTORIZADO": ConsentUnusable,
    "CONSENTIMENTO_NAO_ENCONTRADO": ConsentUnusable,
    "CONSENTIMENTO_EM_STATUS_REJEITADO": ConsentUnusable,
    "OPERACAO_NAO_PERMITIDA_STATUS": ConsentUnusable,
    "ERRO_CHAMADA_API": OtherInstitutionDown,
    "TIMEOUT_CHAMADA_API": OtherInstitutionDown,
    "TOKEN_NAO_AUTORIZADO": TokenRefused,
    "TOKEN_INATIVO": TokenRefused,
    "LIMITE_OPERACIONAL_EXCEDIDO": QuotaSpent,
}


def raise_for_fault(response: httpx.Response) -> None:
    if response.is_success:
        return
    response.read()
    found = Detail.read(response)
    kind = _BY_CODE.get(found.code or "")
    if kind is None:
        kind = ProviderDown if found.status >= 500 else RequestRejected
    raise kind(found)
