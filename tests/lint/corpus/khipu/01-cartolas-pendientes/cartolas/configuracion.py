from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True)
class Configuracion:
    url: str = os.environ.get("KHIPU_URL", "https://api.khipu.com")
    token: str = os.environ.get("KHIPU_TOKEN", "")
    intentos_seguidos: int = 3
    espera_larga: timedelta = timedelta(hours=4, minutes=5)
