from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any, Mapping


class Consejo(str, enum.Enum):
    NO_REINTENTAR = "DO_NOT_RETRY"
    REINTENTAR_YA = "RETRY_IMMEDIATELY"
    ESPERAR_4_HORAS = "WAIT_4_HOURS_BEFORE_RETRY"


class Causa(str, enum.Enum):
    NUESTRO_TOKEN = "nuestro_token"
    ACCESO = "acceso"
    BANCO_CAIDO = "banco_caido"
    SIN_DATOS = "sin_datos"
    PARAMETROS = "parametros"
    PAGO = "pago"
    TIEMPO_AGOTADO = "tiempo_agotado"
    KHIPU = "khipu"


_FAMILIAS = {
    "A000": Causa.NUESTRO_TOKEN,
    "E1": Causa.ACCESO,
    "E2": Causa.BANCO_CAIDO,
    "E3": Causa.SIN_DATOS,
    "E4": Causa.PARAMETROS,
    "E5": Causa.PAGO,
    "P00": Causa.PARAMETROS,
    "T000": Causa.TIEMPO_AGOTADO,
    "L000": Causa.TIEMPO_AGOTADO,
}


def causa_de(codigo: str) -> Causa:
    for prefijo, causa in _FAMILIAS.items():
        if codigo.startswith(prefijo):
            return causa
    return Causa.KHIPU


@dataclass(frozen=True, slots=True)
class Aviso:
    operacion: str
    datos: Mapping[str, Any] | None
    codigo: str | None = None
    tipo: str | None = None
    descripcion: str | None = None

    @classmethod
    def desde(cls, cuerpo: Mapping[str, Any]) -> "Aviso":
        match cuerpo:
            case {"Status": "OK", "OperationId": operacion}:
                return cls(operacion, cuerpo.get("Data") or {})
            case {"Status": "ERROR", "OperationId": operacion, "Error": {"Code": c, "Type": t, "Description": d}}:
                return cls(operacion, None, c, t, d)
        raise ValueError("aviso de Khipu con forma desconocida")

    @property
    def consejo(self) -> Consejo | None:
        try:
            return Consejo(self.tipo)
        except ValueError:
            return None
