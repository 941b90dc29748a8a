"""Lectura del sobre de Khipu."""
from __future__ import annotations

import dataclasses
import enum
import json


class Consejo(enum.Enum):
    NO_REINTENTAR = "DO_NOT_RETRY"
    YA = "RETRY_IMMEDIATELY"
    CUATRO_HORAS = "WAIT_4_HOURS_BEFORE_RETRY"


class FallaKhipu(Exception):
    def __init__(self, codigo: str, consejo: Consejo, detalle: str) -> None:
        super().__init__(f"{codigo}/{consejo.value}: {detalle}")
        self.codigo = codigo
        self.consejo = consejo
        self.detalle = detalle

    @property
    def sin_datos(self) -> bool:
        return self.codigo[:2] == "E3"

    @property
    def token_vencido(self) -> bool:
        return self.codigo == "A000"


@dataclasses.dataclass(frozen=True)
class Libro:
    documentos: list
    vacio_por: str | None = None


def leer(crudo: bytes) -> Libro:
    sobre = json.loads(crudo)
    if sobre["Status"] == "OK":
        return Libro(sobre["Data"]["Documents"])
    error = sobre["Error"]
    raise FallaKhipu(error["Code"], Consejo(error["Type"]), error["Description"])
