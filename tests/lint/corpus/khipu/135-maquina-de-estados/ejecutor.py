"""Mueve consultas por la máquina: aquí están la red y el reloj."""
from __future__ import annotations

import logging
import time
from typing import Any

import requests

from maquina import Consulta, Estado, Falla

log = logging.getLogger("khipu.ejecutor")


class ConsultaRechazada(Exception):
    def __init__(self, consulta: Consulta, falla: Falla) -> None:
        super().__init__(f"{consulta.servicio}: {falla.codigo} {falla.tipo} ({falla.grupo.value})")
        self.codigo = falla.codigo
        self.tipo = falla.tipo
        self.falla = falla
        self.historia = tuple(consulta.historia)


class SinDatos(ConsultaRechazada):
    """El proceso terminó bien, pero lo pedido no existe (todavía)."""


class Ejecutor:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self._base = f"{base_url}/v1/cl"
        self._sesion = requests.Session()
        self._sesion.headers["Authorization"] = f"Bearer {token}"

    def ejecutar(self, servicio: str, **parametros: str) -> Any:
        consulta = Consulta(servicio, parametros)
        while not consulta.terminada:
            if consulta.estado is Estado.EN_ESPERA:
                log.info("%s: %s, espera de %.0f s", servicio, consulta.historia[-1], consulta.espera)
                time.sleep(consulta.espera)
                consulta.reanudar()
            consulta.recibir(self._enviar(consulta))
        if consulta.estado is Estado.COMPLETA:
            return consulta.datos
        assert consulta.falla is not None
        clase = SinDatos if consulta.estado is Estado.SIN_DATOS else ConsultaRechazada
        raise clase(consulta, consulta.falla)

    def _enviar(self, consulta: Consulta) -> Any:
        respuesta = self._sesion.post(f"{self._base}/{consulta.servicio}", json=consulta.parametros, timeout=120)
        try:
            return respuesta.json()
        except ValueError:
            return f"HTTP {respuesta.status_code}: {respuesta.text[:200]}"
