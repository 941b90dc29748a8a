"""Errores de Khipu y la acción que corresponde a cada recomendación."""
import enum
from typing import NamedTuple, Optional


class Accion(enum.Enum):
    DESCARTAR = 0
    REPETIR = 1
    APLAZAR = 2


_RECOMENDACIONES = (
    ("DO_NOT_RETRY", Accion.DESCARTAR),
    ("RETRY_IMMEDIATELY", Accion.REPETIR),
    ("WAIT_4_HOURS", Accion.APLAZAR),
)

ACCIONES = {tipo: accion for tipo, accion in _RECOMENDACIONES}


class Detalle(NamedTuple):
    codigo: str
    tipo: str
    mensaje: Optional[str]


class ErrorKhipu(Exception):
    def __init__(self, detalle: Detalle, operacion: Optional[str]):
        super().__init__("%s: %s" % (detalle.codigo, detalle.mensaje))
        self.detalle = detalle
        self.operacion = operacion

    @classmethod
    def desde_respuesta(cls, cuerpo: dict) -> "ErrorKhipu":
        error = cuerpo["Error"]
        detalle = Detalle(error["Code"], error["Type"], error.get("Message"))
        return cls(detalle, cuerpo.get("OperationId"))

    @property
    def accion(self) -> Accion:
        return ACCIONES.get(self.detalle.tipo, Accion.DESCARTAR)


class Aplazado(Exception):
    def __init__(self, desde: float):
        super().__init__("no consultar antes de %d" % desde)
        self.desde = desde
