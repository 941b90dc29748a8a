from __future__ import annotations

from typing import NotRequired, TypedDict


class CuerpoError(TypedDict):
    error: str
    error_code: NotRequired[str]


class Cuenta(TypedDict):
    iban: str
    balance: float | None
    currency: str


class ErrorFlanks(RuntimeError):
    def __init__(self, cuerpo: CuerpoError) -> None:
        super().__init__(cuerpo.get("error", "error de Flanks"))
        self.codigo = cuerpo.get("error_code")


EN_PROCESO = "20002"
