from __future__ import annotations

from typing import Any


class ErrorSynapse(Exception):
    def __init__(self, status: int, cuerpo: dict[str, Any]) -> None:
        self.status = status
        self.error_code = cuerpo.get("error_code")
        self.texto = (cuerpo.get("error") or {}).get("en", "")
        super().__init__(f"HTTP {status}, {self.error_code}: {self.texto}")


class Revincular(ErrorSynapse):
    """El usuario tiene que volver a vincular su cuenta."""


class NoSoportado(ErrorSynapse):
    """El banco no permite refrescar."""


class Temporal(ErrorSynapse):
    """Se intenta en la próxima vuelta."""


POR_CODIGO: dict[int, type[ErrorSynapse]] = {
    110: Revincular,
    410: NoSoportado,
    503: Temporal,
}


def levantar(status: int, cuerpo: dict[str, Any]) -> None:
    clase = POR_CODIGO.get(cuerpo.get("error_code"), ErrorSynapse)
    raise clase(status, cuerpo)
