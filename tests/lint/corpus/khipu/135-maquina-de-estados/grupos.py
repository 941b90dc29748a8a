"""Grupos de códigos de Khipu. Los rangos de la página van tal cual, con sus dos extremos."""
from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Grupo(Enum):
    AUTENTICACION = "token JWT"
    ACCESO = "acceso al sitio de destino"
    DESTINO = "servicio de destino"
    SIN_DATOS = "no hay información"
    USUARIO = "parámetros del usuario"
    PAGO_AUTOMATICO = "pagos automáticos"
    TEXTO = "error con texto propio"
    GENERICO = "error genérico"
    FALTA_INFORMACION = "falta terminar el scraping"
    PROCESAMIENTO = "procesamiento de datos"
    PLAZO = "plazo agotado en el destino"
    INFRAESTRUCTURA = "infraestructura"
    PARAMETROS = "parámetros de la petición"
    PLAZO_ASINCRONO = "plazo agotado, aviso por webhook"
    DESCONOCIDO = "código sin documentar"


@dataclass(frozen=True)
class Rango:
    letra: str
    desde: int
    hasta: int
    grupo: Grupo

    def contiene(self, letra: str, numero: int) -> bool:
        return self.letra == letra and self.desde <= numero <= self.hasta


RANGOS: tuple[Rango, ...] = (
    Rango("A", 0, 0, Grupo.AUTENTICACION),
    Rango("E", 0, 0, Grupo.GENERICO),
    Rango("E", 100, 199, Grupo.ACCESO),
    Rango("E", 200, 299, Grupo.DESTINO),
    Rango("E", 300, 399, Grupo.SIN_DATOS),
    Rango("E", 400, 499, Grupo.USUARIO),
    Rango("E", 500, 599, Grupo.PAGO_AUTOMATICO),
    Rango("E", 999, 999, Grupo.TEXTO),
    Rango("D", 0, 0, Grupo.FALTA_INFORMACION),
    Rango("F", 0, 0, Grupo.PROCESAMIENTO),
    Rango("T", 0, 0, Grupo.PLAZO),
    Rango("I", 1, 3, Grupo.INFRAESTRUCTURA),
    Rango("P", 1, 3, Grupo.PARAMETROS),
    Rango("L", 0, 0, Grupo.PLAZO_ASINCRONO),
)

FORMA = re.compile(r"([A-Z])(\d{3})")

# Aunque el Type permita repetir, la misma petición no cambia nada aquí (o no se debe arriesgar).
NO_REPETIR = frozenset({
    Grupo.AUTENTICACION, Grupo.ACCESO, Grupo.SIN_DATOS, Grupo.USUARIO, Grupo.PAGO_AUTOMATICO,
    Grupo.FALTA_INFORMACION, Grupo.PARAMETROS, Grupo.PLAZO_ASINCRONO, Grupo.DESCONOCIDO,
})


def grupo_de(codigo: str) -> Grupo:
    forma = FORMA.fullmatch(codigo)
    if forma is None:
        return Grupo.DESCONOCIDO
    letra, numero = forma[1], int(forma[2])
    return next((r.grupo for r in RANGOS if r.contiene(letra, numero)), Grupo.DESCONOCIDO)
