from __future__ import annotations

import asyncio
import logging
from typing import Any

import httpx

import config

registro = logging.getLogger("custodia.flanks")


class Codigo:
    INCOMPLETO = "20001"
    PROCESANDO = "20002"
    REVISION = "20003"
    CONFIGURACION = "40001"
    BANCO = "50001"
    CREDENCIALES = "50002"
    SCA = "50003"


class ErrorFlanks(Exception):
    def __init__(self, estado: int, codigo: Any, mensaje: str) -> None:
        super().__init__(f"{estado} {codigo}: {mensaje}")
        self.estado = estado
        self.codigo = codigo
        self.mensaje = mensaje

    @classmethod
    def from_response(cls, resp: httpx.Response) -> ErrorFlanks:
        try:
            cuerpo = resp.json()
        except ValueError:
            cuerpo = {"error": resp.text[:200]}
        return cls(resp.status_code, cuerpo.get("error_code"), cuerpo.get("error", ""))


class ApiFlanks:
    """Base de los recursos; guarda el cliente http compartido."""

    def __init__(self, http: httpx.AsyncClient) -> None:
        self.http = http

    async def _request(self, ruta: str, cuerpo: dict[str, Any], *, esperar: bool = False,
                       timeout: float | None = None, validos: tuple[int, ...] = (200,)) -> Any:
        consultas = config.MAX_CONSULTAS if esperar else 1
        for consulta in range(1, consultas + 1):
            resp = await self.http.post(ruta, json=cuerpo, timeout=timeout or 60)
            if resp.status_code in validos:
                return resp.json()
            error = ErrorFlanks.from_response(resp)
            if error.codigo == Codigo.PROCESANDO and consulta < consultas:
                registro.info("%s en proceso (%s/%s)", ruta, consulta, consultas)
                await asyncio.sleep(config.ESPERA_PROCESO)
                continue
            raise error


class Cuentas(ApiFlanks):
    async def listar(self, token: str) -> list[dict[str, Any]]:
        return await self._request("/v0/bank/credentials/account", {"credentials_token": token}, esperar=True)


class Posiciones(ApiFlanks):
    async def listar(self, token: str) -> list[dict[str, Any]]:
        return await self._request("/v0/bank/credentials/portfolio", {"credentials_token": token}, esperar=True)


class Enlace(ApiFlanks):
    async def canjear(self, code: str) -> str:
        datos = await self._request("/v0/platform/link/exchange", {"code": code}, validos=(200, 202))
        registro.info("enlace canjeado: %s", datos.get("message"))
        return datos["credentials_token"]


class Custodia:
    def __init__(self, bearer: str = config.FLANKS_BEARER, base_url: str = config.FLANKS_URL) -> None:
        self.http = httpx.AsyncClient(base_url=base_url, headers={"Authorization": f"Bearer {bearer}"})
        self.cuentas = Cuentas(self.http)
        self.posiciones = Posiciones(self.http)
        self.enlace = Enlace(self.http)


custodia = Custodia()
