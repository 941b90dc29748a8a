from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .errors import BrickError


@dataclass(frozen=True)
class Politica:
    """Pausas em segundos antes de cada novo envio."""

    servidor: tuple[float, ...] = (3, 6, 12, 24, 48)
    outra_instituicao: tuple[float, ...] = (300,)

    def abrir(self) -> "Agenda":
        return Agenda(iter(self.servidor), iter(self.outra_instituicao))


@dataclass
class Agenda:
    """O que resta das pausas de uma única operação."""

    servidor: Iterator[float]
    outra_instituicao: Iterator[float]

    def pausa(self, erro: BrickError) -> float | None:
        if erro.status in range(500, 506):
            return next(self.servidor, None)
        if erro.code in ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API"):
            return next(self.outra_instituicao, None)
        return None
