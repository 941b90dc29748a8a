"""Exception tree of the payments app."""
from __future__ import annotations

from typing import Any


class BrickApiError(Exception):
    def __init__(self, status: int, code: str, detail: str = "") -> None:
        super().__init__(status, code, detail)
        self.status = status
        self.code = code
        self.detail = detail

    def as_log(self) -> dict[str, Any]:
        return {"brick_status": self.status, "brick_code": self.code, "brick_detail": self.detail}


class Transient(BrickApiError):
    """Goes away by itself."""


class ServerError(Transient):
    pass


class WaitingForApprovers(Transient):
    """Joint account: the other holders have not approved yet."""


class Rejected(BrickApiError):
    """Wrong request, wrong consent or no permission."""


class QuotaExceeded(BrickApiError):
    """423: nothing more this month."""


CODE_TO_CLASS: dict[str, type[BrickApiError]] = {
    "DEPENDE_MULTIPLA_ALCADA": WaitingForApprovers,
    "CONSENTIMENTO_PENDENTE_AUTORIZACAO": WaitingForApprovers,
    "LIMITE_OPERACIONAL_EXCEDIDO": QuotaExceeded,
}


def error_for(status: int, body: dict[str, Any]) -> BrickApiError:
    code = body.get("code") or body.get("error") or ""
    detail = body.get("detail") or body.get("error_description") or body.get("message") or ""
    fallback = ServerError if status in range(500, 506) else Rejected if 400 <= status < 500 else BrickApiError
    return CODE_TO_CLASS.get(code, fallback)(status, code, detail)
