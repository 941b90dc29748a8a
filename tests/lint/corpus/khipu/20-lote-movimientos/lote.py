"""Lote nocturno: movimientos de todas las cuentas, un hilo por banco.

El estado de cada trabajo queda en un archivo JSON, para la próxima corrida.
"""
import json
import os
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Callable, Dict, List, NamedTuple, Optional

import httpx


class Trabajo(NamedTuple):
    banco: str
    rut: str
    mes: str
    no_antes: Optional[str] = None
    intentos: int = 0


class Fin(NamedTuple):
    estado: str
    codigo: str = ""
    consejo: str = ""
    detalle: str = ""
    no_antes: Optional[str] = None
    filas: Optional[List[Dict[str, Any]]] = None


class FallaServicio(Exception):
    def __init__(self, error: Dict[str, str]) -> None:
        super().__init__("{Code} ({Type}): {Description}".format(**error))
        self.codigo = error["Code"]
        self.consejo = error["Type"]
        self.detalle = error["Description"]


def revisar(resp: httpx.Response) -> None:
    resp.read()
    error = resp.json().get("Error")
    if error:
        raise FallaServicio(error)


# --- qué hacer según el consejo de Khipu -------------------------------------

def detener(falla: FallaServicio) -> Fin:
    estado = "sin-datos" if "E300" <= falla.codigo <= "E399" else "detenido"
    return Fin(estado, falla.codigo, falla.consejo, falla.detalle)


def agendar(falla: FallaServicio, horas: int = 4) -> Fin:
    cuando = datetime.now() + timedelta(hours=horas, minutes=5)
    return Fin("agendado", falla.codigo, falla.consejo, falla.detalle, cuando.isoformat())


MANEJO: Dict[str, Callable[[FallaServicio], Fin]] = {
    "DO_NOT_RETRY": detener,
    "RETRY_IMMEDIATELY": detener,  # agotó sus intentos en la misma corrida
    "WAIT_4_HOURS_BEFORE_RETRY": agendar,
}


class Lote:
    INTENTOS = 3

    def __init__(self, jwt: str, base_url: str = "https://api.khipu.com", archivo: str = "lote.json") -> None:
        self.http = httpx.Client(
            base_url=base_url,
            headers={"Authorization": f"Bearer {jwt}"},
            event_hooks={"response": [revisar]},
            timeout=90,
        )
        self.archivo = Path(archivo)

    def _pedir(self, t: Trabajo, quedan: int) -> List[Dict[str, Any]]:
        try:
            r = self.http.post(
                f"/v1/cl/banks/{t.banco}/statements",
                json={"Username": t.rut, "Password": os.environ.get("CLAVE_" + t.rut, ""), "Month": t.mes},
            )
        except FallaServicio as falla:
            if falla.consejo == "RETRY_IMMEDIATELY" and quedan > 1:
                time.sleep(1)
                return self._pedir(t, quedan - 1)
            raise
        return r.json()["Data"]["Movements"]

    def procesar(self, t: Trabajo) -> Fin:
        if t.no_antes and datetime.fromisoformat(t.no_antes) > datetime.now():
            return Fin("agendado", no_antes=t.no_antes)
        try:
            return Fin("listo", filas=self._pedir(t, self.INTENTOS))
        except FallaServicio as falla:
            return MANEJO.get(falla.consejo, detener)(falla)

    def correr(self, trabajos: List[Trabajo], hilos: int = 4) -> List[Fin]:
        with ThreadPoolExecutor(hilos) as pool:
            fines = list(pool.map(self.procesar, trabajos))
        pendientes = [
            t._replace(no_antes=f.no_antes, intentos=t.intentos + 1)._asdict()
            for t, f in zip(trabajos, fines)
            if f.estado == "agendado"
        ]
        self.archivo.write_text(json.dumps(pendientes), encoding="utf-8")
        return fines
