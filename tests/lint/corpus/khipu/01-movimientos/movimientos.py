"""Cartola de movimientos de varias cuentas, en paralelo."""
from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

import httpx

API = "https://api.khipu.com"


@dataclass(frozen=True, slots=True)
class Falla:
    codigo: str
    tipo: str
    detalle: str
    operacion: str | None = None
    no_antes_de: datetime | None = None

    @property
    def sin_datos(self) -> bool:
        return self.codigo[:2] == "E3"


@dataclass(slots=True)
class Resultado:
    cuenta: str
    movimientos: list[dict[str, Any]] = field(default_factory=list)
    falla: Falla | None = None


class Movimientos:
    INTENTOS = 4

    def __init__(self, token: str, base: str = API) -> None:
        self._http = httpx.AsyncClient(
            base_url=base,
            timeout=httpx.Timeout(120.0, connect=10.0),
            headers={"Authorization": f"Bearer {token}"},
        )

    async def aclose(self) -> None:
        await self._http.aclose()

    async def _pedir(self, cuenta: str, clave: str, mes: str) -> dict[str, Any]:
        respuesta = await self._http.post(
            "/v1/cl/banks/movements", json={"Username": cuenta, "Password": clave, "Month": mes}
        )
        return respuesta.json()

    async def de_cuenta(self, cuenta: str, clave: str, mes: str) -> Resultado:
        for intento in range(1, self.INTENTOS + 1):
            sobre = await self._pedir(cuenta, clave, mes)
            match sobre:
                case {"Status": "OK", "Data": datos}:
                    return Resultado(cuenta, movimientos=datos["Movements"])
                case {"Error": {"Type": "RETRY_IMMEDIATELY"}} if intento < self.INTENTOS:
                    await asyncio.sleep(0.5 * intento)
                case {"Error": {"Code": codigo, "Type": "WAIT_4_HOURS_BEFORE_RETRY" as tipo, "Description": detalle}}:
                    cuando = datetime.now(timezone.utc) + timedelta(hours=4)
                    return Resultado(cuenta, falla=Falla(codigo, tipo, detalle, sobre.get("OperationId"), cuando))
                case {"Error": {"Code": codigo, "Type": tipo, "Description": detalle}}:
                    return Resultado(cuenta, falla=Falla(codigo, tipo, detalle, sobre.get("OperationId")))
                case _:
                    raise ValueError(f"respuesta fuera de formato: {sobre!r}")
        raise AssertionError("inalcanzable")

    async def de_todas(self, credenciales: dict[str, str], mes: str) -> list[Resultado]:
        tareas = [self.de_cuenta(c, k, mes) for c, k in credenciales.items()]
        return list(await asyncio.gather(*tareas))


def resumen(resultados: list[Resultado]) -> str:
    lineas = []
    for r in resultados:
        if r.falla is None:
            lineas.append(f"{r.cuenta}: {len(r.movimientos)} movimientos")
        elif r.falla.sin_datos:
            lineas.append(f"{r.cuenta}: sin movimientos para el mes ({r.falla.codigo})")
        elif r.falla.no_antes_de:
            lineas.append(f"{r.cuenta}: {r.falla.codigo}, volver a pedir desde {r.falla.no_antes_de:%d/%m %H:%M}")
        else:
            lineas.append(f"{r.cuenta}: {r.falla.codigo} [{r.falla.tipo}] {r.falla.detalle}")
    return "\n".join(lineas)
