"""Quanto esperar antes de cada nova tentativa, por tipo de erro."""
from __future__ import annotations

SEM_NOVA_TENTATIVA: tuple[float, ...] = ()
DEGRAUS: tuple[float, ...] = tuple(3.0 * 2**n for n in range(5))
ALGUNS_MINUTOS: tuple[float, ...] = (5 * 60.0,)


def agenda(status: int, codigo: str | None) -> tuple[float, ...]:
    if status >= 500:
        return DEGRAUS
    if codigo in ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"):
        return ALGUNS_MINUTOS
    return SEM_NOVA_TENTATIVA
