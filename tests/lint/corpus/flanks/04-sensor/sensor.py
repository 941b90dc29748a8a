"""Pasos del flujo diario: esperar a que Flanks termine de recopilar y luego descargar."""
from __future__ import annotations

import time
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any, Iterator

from flanks_api import FalloFlanks, Flanks


class Aplazado(Exception):
    """El planificador vuelve a lanzar el flujo pasado `por`."""

    def __init__(self, por: timedelta, causa: FalloFlanks) -> None:
        super().__init__(f"{causa} (otra vez en {por})")
        self.por = por
        self.codigo = causa.codigo


@dataclass
class Sensor:
    flanks: Flanks
    intervalo: float = 60.0
    limite: int = 90
    datos: list[Any] = field(default_factory=list)

    def mirar(self, token: str) -> bool:
        try:
            self.datos = self.flanks.pedir("/v0/investments", credentials_token=token)
        except FalloFlanks as fallo:
            if fallo.codigo == 20002:
                return False
            if fallo.codigo == 20003:
                raise Aplazado(timedelta(hours=48), fallo) from fallo
            if fallo.codigo == 50001:
                raise Aplazado(timedelta(hours=3), fallo) from fallo
            raise
        return True

    def __call__(self, token: str) -> list[Any]:
        for _ in self._relojes():
            if self.mirar(token):
                return self.datos
        raise TimeoutError(f"sin datos tras {self.limite} consultas")

    def _relojes(self) -> Iterator[int]:
        for n in range(self.limite):
            if n:
                time.sleep(self.intervalo)
            yield n
