from __future__ import annotations

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Ok:
    valor: Any


@dataclass(frozen=True, slots=True)
class Falla:
    clave: int
    texto: str

    @property
    def etiqueta(self) -> str:
        return NOMBRES.get(self.clave, f"http_{self.clave}" if self.clave < 1000 else f"flanks_{self.clave}")


Resultado = Ok | Falla

NOMBRES = {
    20001: "incompleto",
    20002: "procesando",
    20003: "en_revision",
    40001: "peticion_incorrecta",
    50001: "banco_caido",
    50002: "credenciales_malas",
    50003: "falta_sca",
}
