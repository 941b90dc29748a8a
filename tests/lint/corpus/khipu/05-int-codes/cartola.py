"""Cartolas (bank statements) de los últimos meses."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import requests

from codes import LOGON, MESSAGES, NO_DATA, PARAMETERS, SOURCE

ORDER = (LOGON, SOURCE, NO_DATA, PARAMETERS)


@dataclass
class Cartola:
    movimientos: list[dict[str, Any]] = field(default_factory=list)
    aviso: str | None = None


class LectorCartolas:
    def __init__(self, token: str, url: str = "https://api.khipu.com/v1/cl") -> None:
        self.url = url
        self.headers = {"Authorization": f"Bearer {token}"}

    def leer(self, banco: str, rut: str, clave: str, mes: str) -> Cartola:
        respuesta = requests.post(
            f"{self.url}/banks/{banco}/statements",
            json={"Username": rut, "Password": clave, "Month": mes},
            headers=self.headers,
            timeout=90,
        ).json()
        error = respuesta["Error"]
        if error is None:
            return Cartola(respuesta["Data"]["Movements"])
        for rango in ORDER:
            if error["Code"] in rango:
                return Cartola(aviso=f"{MESSAGES[rango]} [{error['Code']}]")
        return Cartola()
