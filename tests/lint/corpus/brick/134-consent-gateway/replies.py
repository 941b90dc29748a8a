"""What Brick answers, as types. Three shapes of error body exist, all of them end in BrickError."""
from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import httpx


@dataclass(frozen=True)
class Done:
    data: dict[str, Any]


@dataclass(frozen=True)
class Accepted:
    """202: taken over for processing, nothing is created yet."""

    data: dict[str, Any]


class BrickError(Exception):
    def __init__(self, status: int, code: str, detail: str, body: Any, interaction: str | None) -> None:
        super().__init__(f"HTTP {status} {code or '(no code)'}: {detail} [{interaction or 'no interaction id'}]")
        self.status = status
        self.code = code
        self.detail = detail
        self.body = body
        self.interaction = interaction


class ConsentNotUsable(BrickError):
    """The customer has to authorise (again), or others have to approve."""


class MonthlyLimitReached(BrickError):
    """Nothing more until the next counting period."""


NOT_USABLE = {
    "CONSENTIMENTO_INVALIDO",
    "CONSENTIMENTO_NAO_AUTORIZADO",
    "CONSENTIMENTO_PENDENTE_AUTORIZACAO",
    "CONSENTIMENTO_EM_STATUS_REJEITADO",
    "DEPENDE_MULTIPLA_ALCADA",
    "OPERACAO_NAO_PERMITIDA_STATUS",
}


def read(response: httpx.Response) -> Done | Accepted:
    body = _json(response)
    if response.status_code in (200, 201) and isinstance(body, dict):
        return Done(body.get("data") or {})
    if response.status_code == 202:
        return Accepted((body.get("data") or {}) if isinstance(body, dict) else {})
    raise _error(response, body)


def _json(response: httpx.Response) -> Any:
    try:
        return response.json()
    except ValueError:
        return None


def _error(response: httpx.Response, body: Any) -> BrickError:
    fields = body if isinstance(body, dict) else {}
    code = fields.get("code") or fields.get("error") or ""
    detail = fields.get("detail") or fields.get("error_description") or fields.get("message") or response.reason_phrase
    kind = BrickError
    if code in NOT_USABLE:
        kind = ConsentNotUsable
    elif code == "LIMITE_OPERACIONAL_EXCEDIDO":
        kind = MonthlyLimitReached
    return kind(response.status_code, code, detail, body, response.headers.get("x-fapi-interaction-id"))
