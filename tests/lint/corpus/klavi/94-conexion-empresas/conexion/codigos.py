"""Siguiente paso por código de Klavi (Open Data)."""

from enum import Enum


class Paso(Enum):
    REINTENTAR = "reintentar"
    PEDIR_DATOS = "pedir-datos"
    PEDIR_AUTORIZACION = "pedir-autorizacion"
    BANCO = "banco"
    AGENCIA_CAIXA = "agencia-caixa"
    MAS_TARDE = "mas-tarde"
    MANANA = "manana"
    MEDIA_HORA = "media-hora"
    SOPORTE = "soporte"


EXITO = frozenset({200, 202, 203})
CON_HUECOS = frozenset({202, 203})

PASOS: dict[int, Paso] = {
    201: Paso.PEDIR_AUTORIZACION,
    402: Paso.PEDIR_DATOS,
    409: Paso.PEDIR_DATOS,
    410: Paso.PEDIR_DATOS,
    433: Paso.PEDIR_DATOS,
    434: Paso.PEDIR_DATOS,
    435: Paso.PEDIR_DATOS,
    407: Paso.BANCO,
    408: Paso.BANCO,
    416: Paso.BANCO,
    417: Paso.BANCO,
    418: Paso.PEDIR_DATOS,
    403: Paso.MAS_TARDE,
    432: Paso.MAS_TARDE,
    406: Paso.MANANA,
    414: Paso.MANANA,
    415: Paso.MEDIA_HORA,
    413: Paso.REINTENTAR,
    429: Paso.REINTENTAR,
    500: Paso.REINTENTAR,
    420: Paso.AGENCIA_CAIXA,
    421: Paso.AGENCIA_CAIXA,
}


def paso_para(code: int) -> Paso:
    return PASOS.get(code, Paso.SOPORTE)
