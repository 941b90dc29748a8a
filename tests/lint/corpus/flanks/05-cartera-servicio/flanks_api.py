import json
from typing import TypedDict

import urllib3


class Cuerpo(TypedDict, total=False):
    error: str
    error_code: int
    message: str
    credentials_token: str


class FallaFlanks(Exception):
    def __init__(self, estado, cuerpo):
        self.estado = estado
        self.codigo = cuerpo.get("error_code")
        self.mensaje = cuerpo.get("error", cuerpo.get("message", ""))
        super().__init__(f"Flanks {estado} [{self.codigo or 'sin código'}] {self.mensaje}")


class ApiFlanks:
    def __init__(self, token: str, url: str = "https://api.flanks.io"):
        self.url = url
        self.http = urllib3.PoolManager(
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
            retries=urllib3.Retry(connect=3, read=0, status=0, redirect=0, other=0, backoff_factor=0.5),
            timeout=urllib3.Timeout(connect=5, read=40),
        )

    def _enviar(self, ruta: str, datos: dict) -> tuple[int, Cuerpo]:
        r = self.http.request("POST", self.url + ruta, body=json.dumps(datos))
        try:
            cuerpo = json.loads(r.data)
        except ValueError:
            cuerpo = {"error": r.data[:300].decode("utf-8", "replace")}
        return r.status, cuerpo

    def canjear(self, code: str) -> tuple[str, bool]:
        """Cambia el `code` de Flanks Link por el token; el segundo valor dice si ya se puede usar."""
        estado, cuerpo = self._enviar("/v0/platform/link/exchange", {"code": code})
        if estado == 202 and cuerpo.get("error_code") == 20003:
            return cuerpo["credentials_token"], False
        if estado != 200:
            raise FallaFlanks(estado, cuerpo)
        return cuerpo["credentials_token"], True

    def cartera(self, credentials_token: str) -> Cuerpo:
        estado, cuerpo = self._enviar("/v0/bank/credentials/portfolio", {"credentials_token": credentials_token})
        if estado == 200:
            return cuerpo
        raise FallaFlanks(estado, cuerpo)
