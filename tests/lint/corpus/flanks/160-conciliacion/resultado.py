from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import Any


class Codigo(IntEnum):
    INCOMPLETO = 20001
    EN_PROCESO = 20002
    EN_REVISION = 20003
    CONFIGURACION = 40001
    BANCO = 50001
    CREDENCIALES = 50002
    SEGUNDO_FACTOR = 50003


@dataclass(frozen=True)
class Listo:
    movimientos: list[dict[str, Any]]


@dataclass(frozen=True)
class Aplazado:
    hasta: datetime
    motivo: Codigo


@dataclass(frozen=True)
class PideUsuario:
    motivo: Codigo
    texto: str


@dataclass(frozen=True)
class Incidencia:
    estado: int
    codigo: int | None
    texto: str


Resultado = Listo | Aplazado | PideUsuario | Incidencia

PLAZO = {
    Codigo.EN_PROCESO: timedelta(minutes=5),
    Codigo.EN_REVISION: timedelta(hours=48),
    Codigo.BANCO: timedelta(hours=1),
}


def interpretar(estado: int, cuerpo: Any, ahora: datetime) -> Resultado:
    if not isinstance(cuerpo, dict):
        return Listo(cuerpo) if estado == 200 and isinstance(cuerpo, list) else Incidencia(estado, None, str(cuerpo))
    if estado == 200 and "error_code" not in cuerpo:
        return Listo(cuerpo.get("transactions") or [])
    codigo = cuerpo.get("error_code")
    texto = cuerpo.get("error") or cuerpo.get("message") or ""
    if codigo in PLAZO:
        return Aplazado(ahora + PLAZO[codigo], Codigo(codigo))
    if codigo in (Codigo.CREDENCIALES, Codigo.SEGUNDO_FACTOR):
        return PideUsuario(Codigo(codigo), texto)
    return Incidencia(estado, codigo, texto)
