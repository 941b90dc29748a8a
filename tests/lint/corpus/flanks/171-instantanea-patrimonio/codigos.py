from __future__ import annotations

from enum import IntEnum
from typing import Any


class Codigo(IntEnum):
    INCOMPLETE = 20001
    PROCESSING = 20002
    SCA_ERROR = 20003
    CONFIGURATION_ERROR = 40001
    BANK_ERROR = 50001
    CREDENTIALS_ERROR = 50002
    SCA_REQUIRED = 50003


class FlanksError(Exception):
    """Una respuesta que no es el dato pedido. `codigo` puede faltar: cinco cuerpos de la página no lo traen."""

    accion = "revisar"

    def __init__(self, status: int, codigo: int | None, texto: str) -> None:
        super().__init__(f"HTTP {status}, código {codigo}: {texto}")
        self.status = status
        self.codigo = codigo
        self.texto = texto


class EnExtraccion(FlanksError):
    accion = "esperar"


class EnRevision(FlanksError):
    """20003: de 24 a 48 horas."""

    accion = "aplazar"


class DatoErroneo(FlanksError):
    accion = "abrir un tique"


class BancoCaido(FlanksError):
    accion = "más tarde"


class ClienteDebeActuar(FlanksError):
    accion = "avisar al cliente"


class PeticionMala(FlanksError):
    accion = "corregir nuestro código"


class SinAutenticar(FlanksError):
    accion = "renovar las credenciales de API"


POR_CODIGO: dict[int, type[FlanksError]] = {
    Codigo.INCOMPLETE: DatoErroneo,
    Codigo.PROCESSING: EnExtraccion,
    Codigo.SCA_ERROR: EnRevision,
    Codigo.CONFIGURATION_ERROR: PeticionMala,
    Codigo.BANK_ERROR: BancoCaido,
    Codigo.CREDENTIALS_ERROR: ClienteDebeActuar,
    Codigo.SCA_REQUIRED: ClienteDebeActuar,
}
POR_STATUS: dict[int, type[FlanksError]] = {401: SinAutenticar, 405: PeticionMala, 415: PeticionMala}


def error_de(status: int, cuerpo: dict[str, Any]) -> FlanksError:
    codigo = cuerpo.get("error_code")
    codigo = int(codigo) if str(codigo).isdigit() else None
    texto = str(cuerpo.get("error") or cuerpo.get("message") or "")
    clase = POR_STATUS.get(status, FlanksError) if codigo is None else POR_CODIGO.get(codigo, FlanksError)
    return clase(status, codigo, texto)
