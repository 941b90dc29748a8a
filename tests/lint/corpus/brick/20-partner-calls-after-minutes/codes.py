from __future__ import annotations

from enum import Enum


class Code(str, Enum):
    """The codes that this service reacts to."""

    CALL_FAILED = "ERRO_CHAMADA_API"
    CALL_TIMEOUT = "TIMEOUT_CHAMADA_API"
    LIMIT = "LIMITE_OPERACIONAL_EXCEDIDO"
    CONSENT_REJECTED = "CONSENTIMENTO_EM_STATUS_REJEITADO"

    @classmethod
    def of(cls, body: dict[str, object]) -> "Code | None":
        try:
            return cls(body.get("code"))
        except ValueError:
            return None


WORTH_WAITING = frozenset({Code.CALL_FAILED, Code.CALL_TIMEOUT})
