"""Máquina de estados de una credencial: cada estado sabe cuál sigue."""
from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any


class Estado(Enum):
    PIDIENDO = auto()
    EXTRAYENDO = auto()
    LISTA = auto()
    EN_REVISION = auto()
    DETENIDA = auto()

    @property
    def final(self) -> bool:
        return self in (Estado.LISTA, Estado.EN_REVISION, Estado.DETENIDA)


@dataclass(frozen=True, slots=True)
class Motivo:
    http: int
    codigo: int | None
    texto: str
    encargado: str


class CarteraDetenida(Exception):
    def __init__(self, motivo: Motivo) -> None:
        super().__init__(f"HTTP {motivo.http}, error {motivo.codigo}: {motivo.texto} -> {motivo.encargado}")
        self.motivo = motivo


class CarteraEnRevision(CarteraDetenida):
    """Flanks la activa por su cuenta en 24-48 horas."""


ENCARGADOS = {
    20001: "soporte de Flanks",
    40001: "equipo de desarrollo",
    50001: "nadie: el banco está caído, probar otro día",
    50002: "cliente: revisar usuario y clave",
    50003: "cliente: autorizar el segundo factor",
}
POR_STATUS = {401: "operaciones: llaves de la API", 405: "equipo de desarrollo", 415: "equipo de desarrollo"}


def clasificar(http: int, cuerpo: dict[str, Any]) -> tuple[Estado, Motivo | None]:
    codigo = cuerpo.get("error_code")
    texto = cuerpo.get("error") or cuerpo.get("message") or ""
    if codigo is None and http == 200:
        return Estado.LISTA, None
    if codigo == 20002:
        return Estado.EXTRAYENDO, None
    if codigo == 20003:
        return Estado.EN_REVISION, Motivo(http, codigo, texto, "nadie: esperar la activación")
    encargado = ENCARGADOS.get(codigo) or POR_STATUS.get(http, "soporte de Flanks")
    return Estado.DETENIDA, Motivo(http, codigo, texto, encargado)
