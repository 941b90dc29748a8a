from __future__ import annotations

from typing import NamedTuple

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry


class Falla(NamedTuple):
    codigo: str
    tipo: str
    detalle: str

    @classmethod
    def desde(cls, error: dict) -> "Falla":
        return cls(error["Code"], error["Type"], error["Description"] or "")


class SesionKhipu(requests.Session):
    """requests.Session con la URL base y el token puestos; solo repite si no hubo conexión."""

    def __init__(self, token: str, base_url: str = "https://api.khipu.com"):
        super().__init__()
        self.base_url = base_url.rstrip("/")
        self.headers.update({"Authorization": f"Bearer {token}", "Accept": "application/json"})
        solo_conexion = Retry(total=2, connect=2, read=0, status=0, other=0, backoff_factor=1)
        self.mount("https://", HTTPAdapter(max_retries=solo_conexion))
        self.mount("http://", HTTPAdapter(max_retries=solo_conexion))

    def request(self, method, url, **kwargs):
        kwargs.setdefault("timeout", (5, 100))
        return super().request(method, self.base_url + url, **kwargs)

    def cartola(self, banco: str, rut: str, clave: str, mes: str) -> tuple[list[dict], Falla | None]:
        cuerpo = self.post(
            f"/v1/cl/services/{banco}/account-statement",
            json={"Username": rut, "Password": clave, "RequestData": {"Month": mes}},
        ).json()
        if cuerpo["Status"] == "OK":
            return cuerpo["Data"].get("Transactions", []), None
        return [], Falla.desde(cuerpo["Error"])
