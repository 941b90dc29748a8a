from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Reenvio:
    limite: int
    espera: timedelta
    fator: int = 1

    def atraso(self, envio: int) -> timedelta:
        return self.espera * self.fator ** (envio - 1)


SERVIDOR = Reenvio(limite=9, espera=timedelta(seconds=3), fator=2)
INSTITUICAO = Reenvio(limite=2, espera=timedelta(minutes=4))

DEMORA_DA_INSTITUICAO = frozenset({
    "ERRO_CHAMADA_API",
    "TIMEOUT_CHAMADA_API",
    "TIMEOUT_FLUXO_REFRESH_TOKEN",
})
