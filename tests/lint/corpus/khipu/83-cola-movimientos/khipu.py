"""Movimientos bancarios a través de Khipu."""
import logging
from datetime import datetime, timedelta
from typing import Any, Dict, List, Optional

import httpx
from pydantic import BaseModel, Field
from tenacity import (
    before_sleep_log,
    retry,
    retry_if_exception_type,
    stop_after_attempt,
    wait_fixed,
    wait_random,
)

log = logging.getLogger("khipu")

ESPERA = timedelta(hours=4)


class ErrorKhipu(BaseModel):
    codigo: str = Field(alias="Code")
    tipo: str = Field(alias="Type")
    descripcion: str = Field("", alias="Description")


class Respuesta(BaseModel):
    operacion: Optional[str] = Field(None, alias="OperationId")
    estado: str = Field(alias="Status")
    datos: Optional[Dict[str, Any]] = Field(None, alias="Data")
    error: Optional[ErrorKhipu] = Field(None, alias="Error")


class Fallo(Exception):
    def __init__(self, error: ErrorKhipu, operacion: Optional[str]) -> None:
        super().__init__(f"{error.codigo} ({error.tipo}): {error.descripcion}")
        self.error = error
        self.operacion = operacion


class Rechazado(Fallo):
    """La misma solicitud no va a funcionar."""


class Hipo(Fallo):
    """El servicio de destino tropezó: se puede repetir enseguida."""


class Aplazado(Fallo):
    def __init__(self, error: ErrorKhipu, operacion: Optional[str]) -> None:
        super().__init__(error, operacion)
        self.desde = datetime.utcnow() + ESPERA


_CLASES = {"RETRY_IMMEDIATELY": Hipo, "WAIT_4_HOURS_BEFORE_RETRY": Aplazado}


class Khipu:
    def __init__(self, clave: str, base_url: str = "https://api.khipu.com") -> None:
        self._http = httpx.Client(
            base_url=base_url, headers={"Authorization": f"Bearer {clave}"}, timeout=120
        )

    @retry(
        retry=retry_if_exception_type((Hipo, httpx.ConnectError)),
        stop=stop_after_attempt(3),
        wait=wait_fixed(1) + wait_random(0, 2),
        before_sleep=before_sleep_log(log, logging.INFO),
        reraise=True,
    )
    def movimientos(self, banco: str, rut: str, clave: str, mes: str) -> List[Dict[str, Any]]:
        r = self._http.post(
            f"/v1/cl/banks/{banco}/transactions",
            json={"Username": rut, "Password": clave, "Month": mes},
        )
        try:
            respuesta = Respuesta.parse_obj(r.json())
        except ValueError:
            r.raise_for_status()
            raise
        if respuesta.error is None:
            return (respuesta.datos or {}).get("Transactions", [])
        raise _CLASES.get(respuesta.error.tipo, Rechazado)(respuesta.error, respuesta.operacion)
