"""Exceptions of the Brick SDK."""
from __future__ import annotations

from typing import Any

_registry: dict[str, type[BrickError]] = {}


class BrickError(Exception):
    def __init_subclass__(cls, codes: tuple[str, ...] = (), **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        _registry.update({code: cls for code in codes})

    def __init__(self, status: int, body: dict[str, Any]) -> None:
        self.status = status
        self.body = body
        self.code: str = body.get("code") or body.get("error") or ""
        super().__init__(f"HTTP {status} {self.code}: {body.get('detail') or body.get('message') or ''}")

    @staticmethod
    def from_response(status: int, body: dict[str, Any]) -> BrickError:
        cls = _registry.get(body.get("code", ""), BrickError)
        return cls(status, body)


class ConsentError(
    BrickError,
    codes=("CONSENTIMENTO_INVALIDO", "CONSENTIMENTO_NAO_AUTORIZADO", "CONSENTIMENTO_EM_STATUS_REJEITADO"),
):
    """The consent doesn't allow this, ask for a new one."""


class OperationalLimit(BrickError, codes=("LIMITE_OPERACIONAL_EXCEDIDO",)):
    """Nothing more from this institution this month."""


class OtherInstitutionError(BrickError):
    """Brick is fine, the institution that holds the data isn't."""


class CallFailed(OtherInstitutionError, codes=("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API")):
    pass


class TokenRenewalFailed(
    OtherInstitutionError, codes=("FALHA_FLUXO_REFRESH_TOKEN", "TIMEOUT_FLUXO_REFRESH_TOKEN")
):
    pass
