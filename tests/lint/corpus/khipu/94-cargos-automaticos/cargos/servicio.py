from __future__ import annotations

import aiohttp
import attrs

from .errores import construir
from .reintento import reintentar


@attrs.define(frozen=True)
class CargoHecho:
    operacion: str
    comprobante: str | None


class ServicioCargos:
    ruta = "/v1/cl/services/automatic-payment/charge"

    def __init__(self, jwt: str, base_url: str = "https://api.khipu.com") -> None:
        self._base_url = base_url
        self._jwt = jwt

    @reintentar(maximo=3)
    async def cobrar(self, mandato: str, monto: int) -> CargoHecho:
        cabeceras = {"Authorization": f"Bearer {self._jwt}"}
        async with aiohttp.ClientSession(base_url=self._base_url, headers=cabeceras) as s:
            async with s.post(self.ruta, json={"SubscriptionId": mandato, "Amount": monto}) as r:
                cuerpo = await r.json(content_type=None)
        if cuerpo["Status"] != "OK":
            raise construir(cuerpo["Error"])
        return CargoHecho(cuerpo["OperationId"], (cuerpo["Data"] or {}).get("Receipt"))
