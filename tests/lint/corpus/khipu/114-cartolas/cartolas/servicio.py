import asyncio
import logging
import time
from typing import Any, Generic, Optional, TypeVar

from .cliente import ClienteKhipu
from .errores import Accion, Aplazado, ErrorKhipu

log = logging.getLogger("cartolas.servicio")
R = TypeVar("R")

CUATRO_HORAS = 4 * 3600
MAX_REPETICIONES = 3


class Repositorio(Generic[R]):
    def __init__(self) -> None:
        self._filas: dict[str, R] = {}

    def guardar(self, clave: str, fila: R) -> None:
        self._filas[clave] = fila

    def buscar(self, clave: str) -> Optional[R]:
        return self._filas.get(clave)


class ServicioCartolas:
    ruta = "/v1/cl/banks/santander.cl/cartola"

    def __init__(self, cliente: ClienteKhipu):
        self.cliente = cliente
        self.cartolas: Repositorio[dict[str, Any]] = Repositorio()
        self.aplazadas: Repositorio[float] = Repositorio()
        self.fallidas: Repositorio[str] = Repositorio()

    async def obtener(self, rut: str, clave: str, periodo: str) -> dict[str, Any]:
        llave = "%s/%s" % (rut, periodo)
        previa = self.cartolas.buscar(llave)
        if previa is not None:
            return previa
        desde = self.aplazadas.buscar(llave)
        if desde is not None and time.time() < desde:
            raise Aplazado(desde)
        datos = {"Username": rut, "Password": clave, "Period": periodo}
        cartola = await self._con_recomendacion(llave, datos)
        self.cartolas.guardar(llave, cartola)
        return cartola

    async def _con_recomendacion(self, llave: str, datos: dict[str, Any]) -> dict[str, Any]:
        repeticiones = 0
        while True:
            try:
                return await self.cliente.consultar(self.ruta, datos)
            except ErrorKhipu as error:
                log.warning("cartola %s: %s", llave, error)
                if error.accion is Accion.REPETIR and repeticiones < MAX_REPETICIONES:
                    repeticiones += 1
                    await asyncio.sleep(1)
                    continue
                if error.accion is Accion.APLAZAR:
                    desde = time.time() + CUATRO_HORAS
                    self.aplazadas.guardar(llave, desde)
                    raise Aplazado(desde) from error
                self.fallidas.guardar(llave, str(error))
                raise
