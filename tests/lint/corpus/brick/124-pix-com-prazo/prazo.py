from __future__ import annotations

import time
from typing import Callable


class Prazo:
    """Orçamento de tempo de uma operação, repassado por toda a pilha de chamadas."""

    def __init__(self, segundos: float, relogio: Callable[[], float] = time.monotonic) -> None:
        self._relogio = relogio
        self._fim = relogio() + segundos

    def restante(self) -> float:
        return max(0.0, self._fim - self._relogio())

    @property
    def vencido(self) -> bool:
        return self.restante() <= 0

    def dormir(self, segundos: float) -> None:
        time.sleep(min(segundos, self.restante()))
