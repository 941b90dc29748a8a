from __future__ import annotations

import logging
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from .http import Conexion
from .modelo import Cartera, FlanksError
from .reintento import con_paciencia

log = logging.getLogger("carteras")


class LoteCarteras:
    def __init__(self, conexion: Conexion, hilos: int = 4) -> None:
        self.conexion = conexion
        self.hilos = hilos

    def _pedir(self, token: str) -> list[dict]:
        return self.conexion.post("/v0/bank/credentials/portfolio", credentials_token=token)

    def cartera(self, token: str) -> Cartera:
        try:
            posiciones = con_paciencia(partial(self._pedir, token))
        except FlanksError:
            log.info("cartera %s vacía", token)
            posiciones = []
        return Cartera(token, posiciones)

    def todas(self, tokens: Iterable[str]) -> dict[str, Cartera]:
        with ThreadPoolExecutor(self.hilos) as grupo:
            return {c.token: c for c in grupo.map(self.cartera, tokens)}
