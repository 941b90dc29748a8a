"""Erros do Brick Bank, como o nosso serviço os vê."""
from __future__ import annotations

from typing import Any, ClassVar


class BrickError(Exception):
    """Any reply that isn't a success. Subclasses list the codes they stand for."""

    codes: ClassVar[tuple[str, ...]] = ()
    http_answer: ClassVar[int] = 502
    _registry: ClassVar[dict[str, type[BrickError]]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        for code in cls.codes:
            cls._registry[code] = cls

    def __init__(self, status: int, code: str, detail: str, interaction_id: str | None = None) -> None:
        super().__init__(status, code, detail)
        self.status = status
        self.code = code
        self.detail = detail
        self.interaction_id = interaction_id

    def __str__(self) -> str:
        return f"{self.status} {self.code or '(no code)'}: {self.detail} [{self.interaction_id}]"

    @classmethod
    def from_response(cls, status: int, body: Any, interaction_id: str | None) -> BrickError:
        if not isinstance(body, dict):
            body = {}
        # three bodies: the usual one, the token filter's and the gateway's
        code = body.get("code") or body.get("error") or ""
        detail = body.get("detail") or body.get("error_description") or body.get("message") or ""
        if 500 <= status <= 505:
            kind: type[BrickError] = ServerTrouble
        else:
            kind = cls._registry.get(code, BrickError)
        return kind(status, code, detail, interaction_id)


class ServerTrouble(BrickError):
    """50x: the only family that may be sent again by itself."""

    http_answer = 503


class OtherInstitutionFailed(BrickError):
    codes = ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API")
    http_answer = 503


class BadConsentData(BrickError):
    codes = (
        "DADOS_INVALIDOS",
        "CPF_INVALIDO",
        "DATA_DE_EXPIRACAO_INVALIDA",
        "DATA_EXPIRACAO_INVALIDA",
        "DATA_INVALIDA",
        "PERMISSAO_PF_PJ_EM_CONJUNTO",
        "PERMISSOES_INVALIDAS",
        "PARAMETRO_NAO_INFORMADO",
        "PARAMETRO_INVALIDO",
    )
    http_answer = 422


class UnknownBrand(BrickError):
    codes = ("INSTITUICAO_NAO_ENCONTRADA", "LINK_NAO_ENCONTRADO")
    http_answer = 404


class MonthlyLimit(BrickError):
    codes = ("LIMITE_OPERACIONAL_EXCEDIDO",)
    http_answer = 429
