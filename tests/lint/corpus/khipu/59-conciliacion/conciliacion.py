"""Cartolas bancarias del día (Khipu) valorizadas en UF (mindicador.cl)."""
import asyncio
import logging
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any, Awaitable, Callable, Union

import httpx
from tenacity import retry, retry_if_exception, retry_if_exception_type, stop_after_attempt, wait_fixed

from modelos import Cartola, CartolaPendiente, FallaIndicador, FallaKhipu

logger = logging.getLogger("conciliacion")

KHIPU = "https://api.khipu.com"
MINDICADOR = "https://mindicador.cl"
PAUSA_KHIPU = timedelta(hours=4)


def _se_puede_repetir(exc: BaseException) -> bool:
    return isinstance(exc, FallaKhipu) and exc.tipo == "RETRY_IMMEDIATELY"


class Conciliador:
    def __init__(
        self,
        token: str,
        renovar_token: Callable[[], Awaitable[str]],
        khipu: str = KHIPU,
        mindicador: str = MINDICADOR,
    ) -> None:
        self._token = token
        self._renovar_token = renovar_token
        self._khipu = httpx.AsyncClient(base_url=khipu, timeout=120)
        self._indicadores = httpx.AsyncClient(base_url=mindicador, timeout=10)

    async def cartola(self, rut: str, clave: str, cuenta: str, dia: date) -> Union[Cartola, CartolaPendiente]:
        peticion = {"Username": rut, "Password": clave, "Account": cuenta, "Date": dia.isoformat()}
        try:
            datos = await self._con_token_vigente(peticion)
        except FallaKhipu as falla:
            if falla.tipo == "WAIT_4_HOURS_BEFORE_RETRY":
                desde = datetime.now(timezone.utc) + PAUSA_KHIPU
                logger.info("cuenta %s queda para las %s: %s", cuenta, desde, falla)
                return CartolaPendiente(cuenta, dia, desde, falla)
            raise
        cartola = Cartola(cuenta, dia, [m for m in datos["Movements"] if m["Type"] == "CREDIT"])
        if cartola.abonos:
            cartola.uf = await self.valor_uf(dia)
        return cartola

    async def _con_token_vigente(self, peticion: dict[str, Any]) -> dict[str, Any]:
        try:
            return await self._pedir(peticion)
        except FallaKhipu as falla:
            if falla.codigo != "A000":
                raise
        self._token = await self._renovar_token()
        return await self._pedir(peticion)

    @retry(
        retry=retry_if_exception(_se_puede_repetir) | retry_if_exception_type(httpx.ConnectError),
        stop=stop_after_attempt(4),
        wait=wait_fixed(2),
        reraise=True,
    )
    async def _pedir(self, peticion: dict[str, Any]) -> dict[str, Any]:
        respuesta = await self._khipu.post(
            "/v1/cl/services/bancoestado.cl/movements",
            json=peticion,
            headers={"Authorization": "Bearer " + self._token},
        )
        documento = respuesta.json()
        if documento["Status"] == "ERROR":
            raise FallaKhipu.desde(documento["Error"])
        return documento["Data"]

    async def valor_uf(self, dia: date) -> Decimal:
        for intento in range(1, 4):
            respuesta = await self._indicadores.get("/api/uf/" + dia.strftime("%d-%m-%Y"))
            codigo = respuesta.status_code
            if codigo == 200:
                return Decimal(str(respuesta.json()["serie"][0]["valor"]))
            if codigo < 500:
                break
            await asyncio.sleep(intento)
        raise FallaIndicador(codigo, dia)


async def conciliar(conciliador: Conciliador, cuentas: list[tuple[str, str, str]], dia: date) -> list[Any]:
    tareas = [conciliador.cartola(rut, clave, cuenta, dia) for rut, clave, cuenta in cuentas]
    return await asyncio.gather(*tareas, return_exceptions=True)
