import heapq
import itertools
import time
from typing import NamedTuple


class Trabajo(NamedTuple):
    operacion: str
    ruta: str
    cuerpo: dict
    vuelta: int = 0

    def siguiente(self) -> "Trabajo":
        return self._replace(vuelta=self.vuelta + 1)


class Cola:
    """In-memory delay queue; the production one keeps the same rows in Redis."""

    def __init__(self, reloj=time.time):
        self._reloj = reloj
        self._filas = []
        self._orden = itertools.count()
        self.muertos = []
        self.en_curso = {}

    def poner(self, trabajo, demora=0.0):
        heapq.heappush(self._filas, (self._reloj() + demora, next(self._orden), trabajo))

    def sacar(self):
        if self._filas and self._filas[0][0] <= self._reloj():
            return heapq.heappop(self._filas)[2]
        return None

    def enterrar(self, trabajo, error):
        self.muertos.append((trabajo, dict(error)))
