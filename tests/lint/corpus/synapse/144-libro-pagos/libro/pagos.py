from __future__ import annotations

import asyncio
from typing import Any

import attrs

from .http import Canal
from .lectura import cerrada
from .result import Fallo, Hecho, Pendiente


@attrs.frozen
class Orden:
    clave: str
    destino: str
    centavos: int


class LibroPagos:
    vueltas = 6

    def __init__(self, canal: Canal, user_id: str, node_id: str) -> None:
        self.canal = canal
        self.ruta = f"/users/{user_id}/nodes/{node_id}/trans"

    async def pagar(self, orden: Orden) -> Hecho | Pendiente | Fallo:
        salida = await self.canal.con_calma(
            "POST",
            self.ruta,
            json={
                "to": {"type": "ACH-US", "id": orden.destino},
                "amount": {"amount": orden.centavos / 100, "currency": "USD"},
                "extra": {"supp_id": orden.clave},
            },
            headers={"X-SP-IDEMPOTENCY-KEY": orden.clave},
        )
        if isinstance(salida, Fallo):
            if salida.error_code == "450":
                return await self._buscar(orden.clave, salida)
            return salida
        status, doc = salida
        if status == 202 or str(doc.get("error_code")) == "10":
            return await self._seguir(doc)
        return Hecho(doc)

    async def _buscar(self, clave: str, original: Fallo) -> Hecho | Pendiente | Fallo:
        salida = await self.canal.con_calma("GET", self.ruta, params={"filter": f'{{"extra.supp_id":"{clave}"}}'})
        if isinstance(salida, Fallo):
            return salida
        for trans in salida[1].get("trans", []):
            return Hecho(trans) if cerrada(trans) else Pendiente(trans)
        return original

    async def _seguir(self, trans: dict[str, Any]) -> Hecho | Pendiente | Fallo:
        for _ in range(self.vueltas):
            await asyncio.sleep(20)
            salida = await self.canal.con_calma("GET", f"{self.ruta}/{trans['_id']}")
            if isinstance(salida, Fallo):
                return salida
            trans = salida[1]
            if cerrada(trans):
                return Hecho(trans)
        return Pendiente(trans)
