from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import httpx

T = TypeVar("T", bound="type[APIError]")

_BY_CODE: dict[str, type[APIError]] = {}


def register(*codes: str) -> Callable[[T], T]:
    def decorate(cls: T) -> T:
        for code in codes:
            if code in _BY_CODE:
                raise RuntimeError(f"{code} is registered twice")
            _BY_CODE[code] = cls
        return cls

    return decorate


class APIError(Exception):
    """Any reply that is not a finished success. `code` is empty where the reply has none."""

    def __init__(self, response: httpx.Response, body: Mapping[str, Any]) -> None:
        self.response = response
        self.body = body
        self.code = str(body.get("code") or body.get("error") or "")
        self.title = body.get("title") or body.get("message") or ""
        super().__init__(f"HTTP {response.status_code} {self.code or '-'}: {self.title}")

    @property
    def status(self) -> int:
        return self.response.status_code


@register("TOKEN_NAO_AUTORIZADO", "TOKEN_INATIVO", "invalid_token", "REFRESH_TOKEN_NAO_ENCONTRADO")
class TokenError(APIError):
    """The token is missing, expired or not known to the platform."""


@register(
    "CONSENTIMENTO_INVALIDO",
    "CONSENTIMENTO_NAO_AUTORIZADO",
    "CONSENTIMENTO_NAO_ENCONTRADO",
    "CONSENTIMENTO_EM_STATUS_REJEITADO",
    "OPERACAO_NAO_PERMITIDA_STATUS",
)
class ConsentError(APIError):
    """The consent does not cover what was asked for."""


@register("LIMITE_OPERACIONAL_EXCEDIDO")
class LimitReached(APIError):
    """The monthly limit of this endpoint is used up."""


class NotComplete(APIError):
    """Accepted, or answered only in part: what was asked for isn't (all) here."""


def from_response(response: httpx.Response) -> APIError:
    try:
        body = response.json()
    except ValueError:
        body = {}
    if not isinstance(body, Mapping):
        body = {}
    if response.is_success:
        return NotComplete(response, body)
    return _BY_CODE.get(str(body.get("code") or body.get("error") or ""), APIError)(response, body)
