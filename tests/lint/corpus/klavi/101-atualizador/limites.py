"""Controle de vazão e orçamento de novas tentativas do lote."""
from __future__ import annotations

import time


class Vazao:
    def __init__(self, por_minuto: int) -> None:
        self.intervalo = 60 / por_minuto
        self.proximo = 0.0

    def aguardar(self) -> None:
        falta = self.proximo - time.monotonic()
        if falta > 0:
            time.sleep(falta)
        self.proximo = time.monotonic() + self.intervalo


class Orcamento:
    def __init__(self, total: int) -> None:
        self.restante = total

    def gastar(self) -> bool:
        if self.restante <= 0:
            return False
        self.restante -= 1
        return True
