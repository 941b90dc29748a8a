"""Typed errors. A subclass registers itself for the codes or statuses it names."""
from __future__ import annotations

from typing import Any, ClassVar


class BrickError(Exception):
    """Anything that is not a 200 with data."""

    by_code: ClassVar[dict[str, type["BrickError"]]] = {}
    by_status: ClassVar[dict[int, type["BrickError"]]] = {}

    def __init_subclass__(cls, *, codes: tuple[str, ...] = (), statuses: tuple[int, ...] = (), **kw: Any) -> None:
        super().__init_subclass__(**kw)
        BrickError.by_code.update(dict.fromkeys(codes, cls))
        BrickError.by_status.update(dict.fromkeys(statuses, cls))

    def __init__(self, status: int, code: str, detail: str, interaction_id: str | None = None) -> None:
        super().__init__(status, code, detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.interaction_id = interaction_id

    def __str__(self) -> str:
        return f"[{self.status} {self.code or '-'}] {self.detail} (x-fapi-interaction-id={self.interaction_id})"

    @classmethod
    def build(cls, status: int, body: Any, interaction_id: str | None) -> "BrickError":
        body = body if isinstance(body, dict) else {}
        code = body.get("code") or body.get("error") or ""
        detail = body.get("detail") or body.get("error_description") or body.get("message") or ""
        kind = cls.by_code.get(code) or cls.by_status.get(status) or BrickError
        return kind(status, code, detail, interaction_id)


class Misconfigured(
    BrickError, codes=("CLIENTE_INVALIDO", "ASSINATURA_INVALIDA", "INSTANCIA_NAO_ENCONTRADA", "TOKEN_INATIVO")
):
    """Somebody has to look at the devtools, a certificate or the identity provider."""


class OtherInstitution(BrickError, codes=("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API")):
    """The other side did not answer; a person may try again in some minutes."""


class ConsentProblem(
    BrickError,
    codes=(
        "CONSENTIMENTO_INVALIDO",
        "CONSENTIMENTO_NAO_AUTORIZADO",
        "CONSENTIMENTO_NAO_ENCONTRADO",
        "CONSENTIMENTO_EM_STATUS_REJEITADO",
        "OPERACAO_NAO_PERMITIDA_STATUS",
    ),
):
    pass


class NotAuthorized(BrickError, codes=("TOKEN_NAO_AUTORIZADO", "invalid_token"), statuses=(401, 403)):
    pass


class LimitReached(BrickError, codes=("LIMITE_OPERACIONAL_EXCEDIDO",), statuses=(423, 429)):
    pass


class ServerTrouble(BrickError, statuses=(*range(500, 506), 529)):
    pass


class Unfinished(BrickError, statuses=(202, 206)):
    """Accepted or answered in part: there is no complete document to hand out."""
