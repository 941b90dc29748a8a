from __future__ import annotations

from typing import Any

import requests
from tenacity import retry, retry_if_exception_type, stop_after_attempt, wait_exponential

from .errores import POR_CODIGO, ErrorSynapse, ErrorTemporal

con_reintentos = retry(
    retry=retry_if_exception_type(ErrorTemporal),
    wait=wait_exponential(multiplier=30, min=60, max=600),
    stop=stop_after_attempt(4),
    reraise=True,
)


class ClienteSynapse:
    def __init__(self, url: str, credencial: str) -> None:
        self.url = url
        self.sesion = requests.Session()
        self.sesion.headers["X-SP-GATEWAY"] = credencial

    @con_reintentos
    def vincular(self, usuario: str, banco: str, bank_id: str, bank_pw: str) -> dict[str, Any]:
        datos = {"type": "ACH-US", "info": {"bank_name": banco, "bank_id": bank_id, "bank_pw": bank_pw}}
        return self._leer(self.sesion.post(f"{self.url}/users/{usuario}/nodes", json=datos, timeout=60))

    @con_reintentos
    def refrescar(self, usuario: str, nodo: str) -> dict[str, Any]:
        return self._leer(self.sesion.patch(f"{self.url}/users/{usuario}/nodes/{nodo}?refresh=true", timeout=60))

    @staticmethod
    def _leer(respuesta: requests.Response) -> dict[str, Any]:
        cuerpo = respuesta.json()
        if respuesta.status_code == 200:
            return cuerpo
        codigo = cuerpo["error_code"]
        clase = POR_CODIGO.get(codigo, ErrorSynapse)
        raise clase(respuesta.status_code, codigo, cuerpo.get("error", {}).get("en", ""))
