from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Mapping


class Consejo(str, Enum):
    NO_REINTENTAR = "DO_NOT_RETRY"
    AHORA = "RETRY_IMMEDIATELY"
    EN_CUATRO_HORAS = "WAIT_4_HOURS_BEFORE_RETRY"
    DESCONOCIDO = "?"

    @classmethod
    def _missing_(cls, value: object) -> "Consejo":
        return cls.DESCONOCIDO


class Familia(Enum):
    AUTENTICACION = "A"
    ACCESO = "E1"
    SERVICIO_DESTINO = "E2"
    SIN_DATOS = "E3"
    PARAMETROS = "E4"
    PAGOS = "E5"
    FALTA_INFORMACION = "D"
    INFRAESTRUCTURA = "I"
    PETICION = "P"
    OTRA = ""

    @classmethod
    def de(cls, codigo: str) -> "Familia":
        for familia in cls:
            if familia.value and codigo.startswith(familia.value):
                return familia
        return cls.OTRA


@dataclass(frozen=True, slots=True)
class Incidencia:
    codigo: str
    tipo: str
    descripcion: str

    @classmethod
    def leer(cls, error: Mapping[str, Any]) -> "Incidencia":
        return cls(str(error.get("Code", "")), str(error.get("Type", "")), str(error.get("Description", "")))

    @property
    def consejo(self) -> Consejo:
        return Consejo(self.tipo)

    @property
    def familia(self) -> Familia:
        return Familia.de(self.codigo)


@dataclass(frozen=True, slots=True)
class Resultado:
    """Una consulta: o datos, o incidencia; y desde cuándo se puede repetir, si se puede."""

    datos: Mapping[str, Any] | None = None
    incidencia: Incidencia | None = None
    repetir_desde: datetime | None = None
    envios: int = 1

    @property
    def completo(self) -> bool:
        return self.incidencia is None
