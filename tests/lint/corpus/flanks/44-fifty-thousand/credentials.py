"""Alta de credenciales bancarias (entidad regulada, sin Flanks Link)."""
from __future__ import annotations

import time
from dataclasses import dataclass

from transporte import Respuesta, Transporte

PAUSA = 45
INTENTOS = 4


@dataclass(frozen=True)
class Credencial:
    token: str
    banco: str


class ErrorFlanks(Exception):
    def __init__(self, respuesta: Respuesta) -> None:
        super().__init__(f"{respuesta.estado}/{respuesta.codigo}")
        self.respuesta = respuesta


class ErrorPeticion(ErrorFlanks):
    pass


class ErrorBanco(ErrorFlanks):
    pass


class CredencialesIncorrectas(ErrorFlanks):
    pass


class FaltaSegundoFactor(ErrorFlanks):
    pass


def _comprobar(respuesta: Respuesta) -> dict:
    codigo = respuesta.codigo
    if codigo is None:
        if respuesta.estado == 200:
            return respuesta.cuerpo
        raise ErrorFlanks(respuesta)
    if codigo // 10_000 == 5:
        raise ErrorBanco(respuesta)
    elif codigo == 50002:
        raise CredencialesIncorrectas(respuesta)
    elif codigo == 50003:
        raise FaltaSegundoFactor(respuesta)
    elif codigo // 10_000 == 4:
        raise ErrorPeticion(respuesta)
    raise ErrorFlanks(respuesta)


def alta(transporte: Transporte, banco: str, usuario: str, clave: str) -> Credencial:
    datos = {"bank": banco, "username": usuario, "password": clave}
    ultimo: ErrorBanco | None = None
    for intento in range(1, INTENTOS + 1):
        if intento > 1:
            time.sleep(PAUSA * intento)
        try:
            cuerpo = _comprobar(transporte.enviar("/v0/bank/credentials", datos))
        except ErrorBanco as error:
            ultimo = error
        else:
            return Credencial(cuerpo["credentials_token"], banco)
    assert ultimo is not None
    raise ultimo
