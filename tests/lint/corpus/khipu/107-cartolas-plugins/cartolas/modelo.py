from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import Any


class Pausa(Enum):
    RESPIRO = timedelta(seconds=3)
    ARREGLO_DEL_PROVEEDOR = timedelta(minutes=40)


@dataclass(frozen=True, slots=True)
class Trabajo:
    banco: str
    rut: str
    clave: str
    mes: str
    intento: int = 1


@dataclass(frozen=True, slots=True)
class Rechazo:
    codigo: str
    tipo: str
    descripcion: str

    @classmethod
    def desde(cls, sobre: dict[str, Any]) -> Rechazo:
        error = sobre["Error"]
        return cls(error["Code"], error["Type"], error["Description"])


class FalloKhipu(Exception):
    def __init__(self, rechazo: Rechazo) -> None:
        super().__init__(f"{rechazo.codigo}/{rechazo.tipo}: {rechazo.descripcion}")
        self.rechazo = rechazo
