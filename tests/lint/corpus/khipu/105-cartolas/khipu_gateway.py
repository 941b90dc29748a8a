"""Pasarela a los servicios de extraccion de Khipu (solo cartolas)."""
from __future__ import annotations

import enum
import logging
import os
from dataclasses import dataclass
from typing import Any

import httpx

log = logging.getLogger("cartolas.khipu")

URL = os.environ.get("KHIPU_BASE_URL", "https://api.khipu.com")
BANCOS = {"001": "bancochile.cl", "012": "bancoestado.cl", "016": "bci.cl"}


class Consejo(enum.Enum):
    NO_INSISTIR = "DO_NOT_RETRY"
    AHORA = "RETRY_IMMEDIATELY"
    ESPERAR = "WAIT_4_HOURS_BEFORE_RETRY"

    @classmethod
    def _missing_(cls, value: object) -> "Consejo":
        log.error("consejo desconocido: %r", value)
        return cls.NO_INSISTIR


@dataclass(eq=False)
class KhipuFallo(Exception):
    codigo: str
    consejo: Consejo
    descripcion: str
    operacion: str | None = None

    def __str__(self) -> str:
        return f"{self.codigo} ({self.consejo.value}): {self.descripcion}"

    @property
    def sin_datos(self) -> bool:
        return len(self.codigo) == 4 and self.codigo[:2] == "E3"

    @property
    def pide_clave(self) -> bool:
        return self.codigo[:2] == "E1"

    @classmethod
    def from_response(cls, doc: dict[str, Any]) -> "KhipuFallo":
        error = doc["Error"]
        return cls(error["Code"], Consejo(error["Type"]), error["Description"], doc.get("OperationId"))


class BancoSinSoporte(ValueError):
    pass


class KhipuGateway:
    def __init__(self, token: str, base_url: str = URL, timeout: float = 180.0) -> None:
        self._http = httpx.Client(
            base_url=base_url,
            timeout=timeout,
            headers={"Authorization": f"Bearer {token}"},
        )

    def cartola(self, banco: str, usuario: str, clave: str, mes: str) -> list[dict[str, Any]]:
        if banco not in BANCOS:
            raise BancoSinSoporte(banco)
        data = self._pedir(BANCOS[banco], "statement", {"Username": usuario, "Password": clave, "Month": mes})
        return data.get("Transactions") or []

    def _pedir(self, servicio: str, recurso: str, cuerpo: dict[str, Any]) -> dict[str, Any]:
        resp = self._http.post(f"/v1/cl/services/{servicio}/{recurso}", json=cuerpo)
        doc = resp.json()
        if doc["Status"] != "OK":
            fallo = KhipuFallo.from_response(doc)
            log.warning("khipu %s -> %s", servicio, fallo)
            raise fallo
        return doc["Data"] or {}


_gateway: KhipuGateway | None = None


def get_gateway() -> KhipuGateway:
    global _gateway
    if _gateway is None:
        _gateway = KhipuGateway(os.environ["KHIPU_TOKEN"])
    return _gateway
