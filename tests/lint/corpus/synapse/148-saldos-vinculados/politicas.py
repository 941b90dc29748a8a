from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Politica:
    nombre: str
    espera: int | None = None
    intentos: int = 1


ABANDONAR = Politica("abandonar")

# error_code -> qué hacer con el pedido de actualización
POLITICAS: dict[int, Politica] = {
    429: Politica("bajar-el-ritmo", espera=60, intentos=3),
    503: Politica("mantenimiento", espera=1800, intentos=4),
    500: ABANDONAR,
    410: ABANDONAR,
}


class ErrorSynapse(Exception):
    def __init__(self, http: str, codigo: str, texto: str) -> None:
        super().__init__(f"{http}/{codigo}: {texto}")
        self.http = http
        self.codigo = codigo


class SinCuentaAch(ErrorSynapse):
    """El banco respondió, pero no hay una cuenta apta para ACH."""


class AtencionDelTitular(ErrorSynapse):
    """El titular debe entrar al banco antes de volver a vincular."""


class CredencialesVencidas(ErrorSynapse):
    """Hay que vincular de nuevo con credenciales nuevas."""
