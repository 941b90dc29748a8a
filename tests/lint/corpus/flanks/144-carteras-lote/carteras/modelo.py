from __future__ import annotations

from typing import Any

import attrs

PROCESANDO = 20002
BANCO_CAIDO = 50001


@attrs.frozen
class Fallo:
    status: int
    codigo: int | None
    mensaje: str

    @classmethod
    def de_cuerpo(cls, status: int, cuerpo: dict[str, Any]) -> Fallo:
        return cls(status, cuerpo.get("code"), cuerpo.get("error", ""))


class FlanksError(Exception):
    def __init__(self, fallo: Fallo) -> None:
        super().__init__(f"{fallo.status}: {fallo.mensaje}")
        self.fallo = fallo


@attrs.frozen
class Cartera:
    token: str
    posiciones: list[dict[str, Any]]
    completa: bool = True
