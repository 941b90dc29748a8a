"""Cliente de Khipu para leer saldos de cuentas bancarias."""
import asyncio
import time

import httpx
from pydantic import BaseModel

from config import config


class Cuenta(BaseModel):
    numero: str
    moneda: str = "CLP"
    saldo: float = 0.0


class CacheSimple:
    def __init__(self, ttl):
        self.ttl = ttl
        self._datos = {}

    def get(self, llave):
        valor = self._datos.get(llave)
        if valor and time.monotonic() - valor[0] < self.ttl:
            return valor[1]
        return None

    def set(self, llave, contenido):
        self._datos[llave] = (time.monotonic(), contenido)


class KhipuCliente:
    def __init__(self, token, base_url=config.khipu_url, ttl=config.cache_segundos):
        self._http = httpx.AsyncClient(
            base_url=base_url,
            timeout=config.timeout,
            headers={"Authorization": f"Bearer {token}"},
        )
        self._cache = CacheSimple(ttl)

    async def cerrar(self):
        await self._http.aclose()

    async def _post(self, ruta, datos):
        for intento in range(3):
            try:
                respuesta = await self._http.post(ruta, json=datos)
                break
            except httpx.ConnectError:
                if intento == 2:
                    raise
                await asyncio.sleep(1 + intento)
        respuesta.raise_for_status()
        return respuesta.json()

    async def saldos(self, banco, rut, clave):
        guardado = self._cache.get((banco, rut))
        if guardado is not None:
            return guardado
        cuerpo = await self._post(
            f"/v1/cl/banks/{banco}/balances", {"Username": rut, "Password": clave}
        )
        datos = cuerpo.get("Data") or {}
        cuentas = [
            Cuenta(numero=c["Number"], moneda=c.get("Currency", "CLP"), saldo=c["Balance"])
            for c in datos.get("Accounts", [])
        ]
        self._cache.set((banco, rut), cuentas)
        return cuentas
