"""Llamadas a Khipu para la cartola mensual."""
import time
from dataclasses import dataclass

import requests

MAX_INTENTOS = 3
PAUSA = 2
CUATRO_HORAS = 4 * 60 * 60


@dataclass(frozen=True)
class Cuenta:
    banco: str
    rut: str
    clave: str

    def __str__(self):
        return f"{self.banco}:{self.rut[-4:]}"


class KhipuError(Exception):
    def __init__(self, codigo, tipo, descripcion, http):
        super().__init__(f"{codigo} {tipo}: {descripcion}")
        self.codigo = codigo
        self.tipo = tipo
        self.descripcion = descripcion
        self.http = http


def _llamar(base, token, cuenta, mes):
    r = requests.post(
        f"{base}/v1/cl/banks/{cuenta.banco}/movements",
        json={"Username": cuenta.rut, "Password": cuenta.clave, "Month": mes},
        headers={"Authorization": f"Bearer {token}"},
        timeout=180,
    )
    try:
        cuerpo = r.json()
    except ValueError:
        raise KhipuError("", "", r.text[:200], r.status_code) from None
    if r.ok and cuerpo.get("Status") == "OK":
        return cuerpo["Data"]["Movements"]
    error = cuerpo.get("Error") or {}
    raise KhipuError(error.get("Code"), error.get("Type"), error.get("Description"), r.status_code)


def movimientos(base, token, cuenta, mes):
    """Reintenta solo cuando Khipu dice que se puede reintentar de inmediato."""
    intento = 1
    while True:
        try:
            return _llamar(base, token, cuenta, mes)
        except KhipuError as e:
            if e.tipo == "RETRY_IMMEDIATELY" and intento < MAX_INTENTOS:
                intento += 1
                time.sleep(PAUSA * intento)
                continue
            raise
