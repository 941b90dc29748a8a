from __future__ import annotations

import json
from typing import Any

import urllib3

from .modelo import Fallo, FlanksError


class Conexion:
    def __init__(self, access_token: str, base_url: str = "https://api.flanks.io") -> None:
        self._base = base_url
        self._pool = urllib3.PoolManager(
            maxsize=8,
            retries=False,
            timeout=urllib3.Timeout(total=60),
            headers={"Authorization": f"Bearer {access_token}", "Content-Type": "application/json"},
        )

    def post(self, ruta: str, **campos: Any) -> Any:
        r = self._pool.request("POST", self._base + ruta, body=json.dumps(campos).encode())
        cuerpo = json.loads(r.data)
        if r.status >= 400:
            raise FlanksError(Fallo.de_cuerpo(r.status, cuerpo))
        return cuerpo
