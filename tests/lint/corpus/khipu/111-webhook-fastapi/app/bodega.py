import datetime as dt
import json
from dataclasses import dataclass
from typing import Any

import asyncpg


@dataclass(slots=True)
class Consulta:
    id: int
    operacion: str
    inmediatos: int


class Bodega:
    def __init__(self, pool: asyncpg.Pool) -> None:
        self.pool = pool

    async def por_operacion(self, operacion: str) -> Consulta:
        fila = await self.pool.fetchrow("select id, operacion, inmediatos from consulta where operacion=$1", operacion)
        return Consulta(**fila)

    async def completar(self, c: Consulta, datos: dict[str, Any] | None) -> None:
        await self.pool.execute("update consulta set estado='lista', datos=$2 where id=$1", c.id, json.dumps(datos))

    async def encolar(self, c: Consulta, desde: dt.datetime, inmediatos: int = 0) -> None:
        # el trabajador toma las filas con no_antes_de vencido y llama a Khipu.lanzar
        await self.pool.execute(
            "update consulta set estado='en_cola', no_antes_de=$2, inmediatos=$3 where id=$1", c.id, desde, inmediatos
        )

    async def fallar(self, c: Consulta, codigo: str, consejo: str, detalle: str | None) -> None:
        await self.pool.execute(
            "update consulta set estado='fallida', codigo=$2, consejo=$3, detalle=$4 where id=$1",
            c.id, codigo, consejo, detalle,
        )

    async def guardar_drive(self, estado: str, token: str) -> None:
        await self.pool.execute("update estudio set drive_token=$2 where estado=$1", estado, token)


_pool: asyncpg.Pool | None = None


async def obtener_bodega() -> Bodega:
    global _pool
    if _pool is None:
        _pool = await asyncpg.create_pool(dsn="postgresql:///renta")
    return Bodega(_pool)
