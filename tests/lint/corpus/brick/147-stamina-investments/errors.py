"""Erros do Brick que o resto do backend conhece."""
from __future__ import annotations

from http import HTTPStatus
from typing import Any


class BrickError(Exception):
    def __init__(self, status: int, body: Any) -> None:
        fields = body if isinstance(body, dict) else {}
        self.status = status
        self.body = body
        self.code: str = fields.get("code") or fields.get("error") or ""
        super().__init__(f"{status} {self.code or fields.get('message', '')}")


class StillProcessing(BrickError):
    """202: o Brick aceitou, mas ainda não terminou."""


class OperationalLimit(BrickError):
    """423: só no próximo período de contagem."""


class InstitutionUnavailable(BrickError):
    """A outra instituição não respondeu (400 com códigos próprios)."""


CHAMADA_API = {"ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"}


def error_from(status: int, body: Any) -> BrickError:
    error = BrickError(status, body)
    if status == HTTPStatus.ACCEPTED:
        return StillProcessing(status, body)
    if status == HTTPStatus.LOCKED:
        return OperationalLimit(status, body)
    if status == HTTPStatus.BAD_REQUEST and error.code in CHAMADA_API:
        return InstitutionUnavailable(status, body)
    return error


def is_server_side(exc: Exception) -> bool:
    """50x: o único grupo que o cliente repete sozinho."""
    return isinstance(exc, BrickError) and exc.status in range(500, 506)
