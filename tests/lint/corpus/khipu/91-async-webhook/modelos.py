from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Any, Self


class Tratamiento(Enum):
    NO_REINTENTAR = "DO_NOT_RETRY"
    AHORA = "RETRY_IMMEDIATELY"
    EN_CUATRO_HORAS = "WAIT_4_HOURS_BEFORE_RETRY"
    DESCONOCIDO = None

    @classmethod
    def _missing_(cls, value: object) -> Tratamiento:
        return cls.DESCONOCIDO


@dataclass(frozen=True, kw_only=True)
class ErrorKhipu:
    codigo: str
    tratamiento: Tratamiento
    descripcion: str

    @classmethod
    def desde(cls, error: dict[str, str]) -> Self:
        return cls(
            codigo=error["Code"],
            tratamiento=Tratamiento(error["Type"]),
            descripcion=error.get("Description", ""),
        )

    def __str__(self) -> str:
        return f"{self.codigo}: {self.descripcion}"


@dataclass(frozen=True, kw_only=True)
class Respuesta:
    operacion: str
    datos: Any
    error: ErrorKhipu | None

    @classmethod
    def desde(cls, cuerpo: dict[str, Any]) -> Self:
        error = ErrorKhipu.desde(cuerpo["Error"]) if cuerpo["Status"] == "ERROR" else None
        return cls(operacion=cuerpo["OperationId"], datos=cuerpo.get("Data"), error=error)
