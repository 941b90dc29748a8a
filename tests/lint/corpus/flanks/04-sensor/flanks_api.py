from __future__ import annotations

from typing import Any, Optional

import requests
from pydantic import BaseModel, ConfigDict
from requests.adapters import HTTPAdapter
from urllib3.util import Retry


class Respuesta(BaseModel):
    model_config = ConfigDict(extra="allow")

    error: Optional[str] = None
    error_code: Optional[int] = None
    message: Optional[str] = None
    credentials_token: Optional[str] = None


class FalloFlanks(Exception):
    def __init__(self, http: int, cuerpo: Respuesta) -> None:
        super().__init__(f"{http} {cuerpo.error_code} {cuerpo.error or cuerpo.message}")
        self.http = http
        self.codigo = cuerpo.error_code
        self.texto = cuerpo.error or cuerpo.message


class Flanks:
    def __init__(self, token: str, url: str = "https://api.flanks.io") -> None:
        self.url = url
        self.sesion = requests.Session()
        self.sesion.headers["Authorization"] = f"Bearer {token}"
        reintentos = Retry(total=None, connect=4, read=0, status=0, redirect=0, other=0, backoff_factor=0.5)
        for prefijo in ("https://", "http://"):
            self.sesion.mount(prefijo, HTTPAdapter(max_retries=reintentos))

    def pedir(self, ruta: str, **datos: Any) -> Any:
        r = self.sesion.post(self.url + ruta, json=datos, timeout=60)
        cuerpo = r.json()
        if r.status_code != 200:
            raise FalloFlanks(r.status_code, Respuesta.model_validate(cuerpo))
        return cuerpo
