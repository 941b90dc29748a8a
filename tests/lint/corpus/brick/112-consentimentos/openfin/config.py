from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Config:
    url: str
    token: str
    timeout: float = 30.0
    base_espera: float = 3.0
    fator_espera: int = 2
    novas_tentativas: int = 9
    espera_instituicao: float = 300.0
    novas_tentativas_instituicao: int = 2
