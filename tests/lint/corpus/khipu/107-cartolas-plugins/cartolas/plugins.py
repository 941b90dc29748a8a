"""Registro de conductas: una función por cada recomendación que trae el error."""
from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from .modelo import Pausa, Rechazo, Trabajo


@dataclass(frozen=True)
class Reprogramar:
    pausa: Pausa


@dataclass(frozen=True)
class Abandonar:
    pass


Decision = Reprogramar | Abandonar
Conducta = Callable[[Trabajo, Rechazo], Decision]

_REGISTRO: dict[str, Conducta] = {}


def conducta(tipo: str) -> Callable[[Conducta], Conducta]:
    def registrar(fn: Conducta) -> Conducta:
        if tipo in _REGISTRO:
            raise ValueError(f"{tipo} ya tiene conducta")
        _REGISTRO[tipo] = fn
        return fn

    return registrar


@conducta("RETRY_IMMEDIATELY")
def de_nuevo(trabajo: Trabajo, rechazo: Rechazo) -> Decision:
    return Reprogramar(Pausa.RESPIRO) if trabajo.intento < 3 else Abandonar()


@conducta("WAIT_4_HOURS_BEFORE_RETRY")
def mas_tarde(trabajo: Trabajo, rechazo: Rechazo) -> Decision:
    return Reprogramar(Pausa.ARREGLO_DEL_PROVEEDOR) if trabajo.intento < 3 else Abandonar()


@conducta("DO_NOT_RETRY")
def hasta_aqui(trabajo: Trabajo, rechazo: Rechazo) -> Decision:
    return Abandonar()


def decidir(trabajo: Trabajo, rechazo: Rechazo) -> Decision:
    return _REGISTRO.get(rechazo.tipo, hasta_aqui)(trabajo, rechazo)
