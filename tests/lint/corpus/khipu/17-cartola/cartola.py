"""Descarga cartolas bancarias con Khipu."""
import json
from dataclasses import dataclass
from functools import partial

import urllib3

from reintentos import con_reintentos

URL = "https://api.khipu.com"


@dataclass(frozen=True)
class Falla:
    code: str
    type: str
    texto: str

    @classmethod
    def desde(cls, error: dict) -> "Falla":
        return cls(error["Code"], error["Type"], error.get("Message", ""))


class ErrorKhipu(Exception):
    def __init__(self, operacion: str, falla: Falla):
        super().__init__(f"{falla.code} [{falla.type}] {falla.texto}")
        self.operacion = operacion
        self.falla = falla


class SinMovimientos(ErrorKhipu):
    pass


class ClaveIncorrecta(ErrorKhipu):
    pass


def clasificar(operacion: str, falla: Falla) -> ErrorKhipu:
    if falla.code[:2] == "E1":
        return ClaveIncorrecta(operacion, falla)
    if falla.code[:2] == "E3":
        return SinMovimientos(operacion, falla)
    return ErrorKhipu(operacion, falla)


def es_hipo(exc: Exception) -> bool:
    if not isinstance(exc, ErrorKhipu):
        return isinstance(exc, urllib3.exceptions.NewConnectionError)
    falla = exc.falla
    if falla.type == "DO_NOT_RETRY":
        return False
    return falla.code == "T000" or falla.code.startswith("E2")


class Cartola:
    def __init__(self, api_key: str, url: str = URL):
        self.url = url
        self.http = urllib3.PoolManager(
            retries=False,
            headers={"Authorization": f"Bearer {api_key}", "Content-Type": "application/json"},
        )

    def _llamar(self, ruta: str, datos: dict) -> dict:
        resp = self.http.request("POST", self.url + ruta, body=json.dumps(datos))
        doc = json.loads(resp.data)
        if doc["Status"] == "OK":
            return doc["Data"]
        raise clasificar(doc.get("OperationId", ""), Falla.desde(doc["Error"]))

    def movimientos(self, banco: str, rut: str, clave: str, mes: str) -> list:
        llamada = partial(
            self._llamar,
            f"/v1/cl/banks/{banco}/statements",
            {"Username": rut, "Password": clave, "Month": mes},
        )
        try:
            return con_reintentos(llamada, es_hipo)["Movements"]
        except SinMovimientos:
            return []
