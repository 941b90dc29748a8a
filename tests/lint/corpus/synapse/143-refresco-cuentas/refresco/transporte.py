from __future__ import annotations

import json
from typing import Any

import attrs
import urllib3
from urllib3.util.retry import Retry

POLITICA = Retry(
    total=3,
    backoff_factor=4,
    status_forcelist=(401, 429, 503),
    allowed_methods=None,
    raise_on_status=False,
)


@attrs.frozen
class Respuesta:
    status: int
    cuerpo: dict[str, Any]


class Transporte:
    def __init__(self, base_url: str, gateway: str, user_key: str) -> None:
        self._base = base_url
        self._pool = urllib3.PoolManager(
            headers={"X-SP-GATEWAY": gateway, "X-SP-USER": user_key, "Content-Type": "application/json"},
            retries=POLITICA,
        )

    def enviar(self, metodo: str, ruta: str, cuerpo: dict[str, Any] | None = None) -> Respuesta:
        datos = json.dumps(cuerpo).encode() if cuerpo is not None else None
        r = self._pool.request(metodo, self._base + ruta, body=datos, timeout=60.0)
        return Respuesta(r.status, json.loads(r.data))
