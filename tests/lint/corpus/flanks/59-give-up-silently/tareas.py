"""Tareas del planificador: se lanzan cada noche y no deben pararse nunca."""
from __future__ import annotations

import logging
import sched
import time

from fuente import Fuente

registro = logging.getLogger("planificador")


class Planificador:
    def __init__(self, fuente: Fuente) -> None:
        self.fuente = fuente
        self.agenda = sched.scheduler(time.time, time.sleep)
        self.saldos: dict[str, float] = {}

    def actualizar(self, credencial: str) -> None:
        cuentas = self.fuente.cuentas(credencial) or []
        self.saldos[credencial] = sum(c["balance"] or 0 for c in cuentas)

    def noche(self, credenciales: list[str]) -> dict[str, float]:
        for n, credencial in enumerate(credenciales):
            self.agenda.enter(n * 2, 1, self.actualizar, (credencial,))
        self.agenda.run()
        return self.saldos
