from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any


class Consejo(str, Enum):
    PARAR = "DO_NOT_RETRY"
    REPETIR = "RETRY_IMMEDIATELY"
    MAS_TARDE = "WAIT_4_HOURS"


SIN_DATOS = range(300, 400)


@dataclass(frozen=True)
class Falla:
    codigo: str
    consejo: Consejo
    detalle: str

    @classmethod
    def desde(cls, error: dict[str, Any]) -> "Falla":
        return cls(
            codigo=error["Code"],
            consejo=Consejo(error["Type"]),
            detalle=error["Description"],
        )


class SaldoError(Exception):
    def __init__(self, banco: str, falla: Falla) -> None:
        super().__init__(f"{banco}: {falla.codigo} {falla.detalle}")
        self.banco = banco
        self.falla = falla


@dataclass(frozen=True)
class Saldo:
    banco: str
    monto: int | None
