from __future__ import annotations

import typing


class Ajustes(typing.NamedTuple):
    url: str = "https://api.khipu.com"
    reenvios: int = 2
    espera_larga_min: int = 240
    segundos_maximos: float = 90.0
