"""Works off the statement queue. Started by cron every ten minutes."""
from __future__ import annotations

import json
import sqlite3
from datetime import datetime, timedelta, timezone
from typing import Callable

from khipu_api import Falla, KhipuApi, Respuesta, RespuestaIlegible

SCHEMA = """
CREATE TABLE IF NOT EXISTS cartola (
    id INTEGER PRIMARY KEY, banco TEXT, credenciales TEXT, periodo TEXT,
    estado TEXT DEFAULT 'pendiente', no_antes TEXT, vueltas INTEGER DEFAULT 0,
    codigo TEXT, consejo TEXT, detalle TEXT, datos TEXT
)
"""
ESPERA = timedelta(hours=4, minutes=5)
MAX_VUELTAS = 6


def utcnow() -> datetime:
    return datetime.now(timezone.utc)


class CartolaRunner:
    def __init__(
        self,
        api: KhipuApi,
        db: sqlite3.Connection,
        clock: Callable[[], datetime] = utcnow,
        inmediatos: int = 2,
    ) -> None:
        self.api, self.db, self.clock, self.inmediatos = api, db, clock, inmediatos
        self.db.execute(SCHEMA)

    def pedir(self, banco: str, credenciales: dict[str, str], periodo: str) -> Respuesta:
        respuesta = self.api.cartola(banco, credenciales, periodo)
        for _ in range(self.inmediatos):
            if respuesta.falla is None or respuesta.falla.type != "RETRY_IMMEDIATELY":
                break
            respuesta = self.api.cartola(banco, credenciales, periodo)
        return respuesta

    def run(self) -> int:
        filas = self.db.execute(
            "SELECT id, banco, credenciales, periodo, vueltas FROM cartola "
            "WHERE estado = 'pendiente' AND (no_antes IS NULL OR no_antes <= ?)",
            (self.clock().isoformat(),),
        ).fetchall()
        for id_, banco, credenciales, periodo, vueltas in filas:
            try:
                respuesta = self.pedir(banco, json.loads(credenciales), periodo)
            except (OSError, RespuestaIlegible) as exc:
                self._cerrar(id_, "error", detalle=str(exc))
                continue
            if respuesta.falla is None:
                self._cerrar(id_, "lista", datos=json.dumps(respuesta.data))
            else:
                self._fallo(id_, vueltas, respuesta.falla)
        return len(filas)

    def _fallo(self, id_: int, vueltas: int, falla: Falla) -> None:
        if falla.type == "WAIT_4_HOURS_BEFORE_RETRY" and vueltas < MAX_VUELTAS:
            with self.db:
                self.db.execute(
                    "UPDATE cartola SET no_antes = ?, vueltas = vueltas + 1, codigo = ?, consejo = ? WHERE id = ?",
                    ((self.clock() + ESPERA).isoformat(), falla.code, falla.type, id_),
                )
            return
        estado = "sin_datos" if falla.sin_datos else "error"
        self._cerrar(id_, estado, codigo=falla.code, consejo=falla.type, detalle=falla.description)

    def _cerrar(self, id_: int, estado: str, **columnas: str) -> None:
        columnas = {"codigo": None, "consejo": None, "detalle": None, "datos": None, **columnas}
        with self.db:
            self.db.execute(
                "UPDATE cartola SET estado = :estado, codigo = :codigo, consejo = :consejo, "
                "detalle = :detalle, datos = :datos WHERE id = :id",
                {"id": id_, "estado": estado, **columnas},
            )
