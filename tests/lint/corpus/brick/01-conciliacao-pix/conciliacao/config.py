from __future__ import annotations

import os
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Config:
    url_base: str = field(default_factory=lambda: os.environ.get("BRICK_URL", "https://api.brick.com.br"))
    token: str = field(default_factory=lambda: os.environ.get("BRICK_TOKEN", ""))
    timeout: float = 25.0
    espera_base: int = 3
    novas_tentativas: int = 5

    def esperas(self) -> tuple[int, ...]:
        return tuple(self.espera_base << n for n in range(self.novas_tentativas))
