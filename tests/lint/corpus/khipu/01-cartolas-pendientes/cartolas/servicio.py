from __future__ import annotations

import json
import logging
from collections.abc import Callable
from datetime import datetime, timezone

from .cliente import ClienteKhipu
from .errores import KhipuError, MasTarde
from .repositorio import Repositorio

log = logging.getLogger(__name__)


class ServicioCartolas:
    """Lo llama cron cada diez minutos."""

    def __init__(self, cliente: ClienteKhipu, repo: Repositorio, boveda: Callable[[str], str]) -> None:
        self.cliente, self.repo, self.boveda = cliente, repo, boveda

    def procesar(self) -> dict[int, str]:
        for pedido in self.repo.vencidos(datetime.now(timezone.utc)):
            try:
                datos = self.cliente.cartola(pedido.rut, self.boveda(pedido.rut), pedido.mes)
            except MasTarde as error:
                hasta = datetime.now(timezone.utc) + self.cliente.conf.espera_larga
                self.repo.marcar(pedido, f"espera:{error.codigo}", no_antes_de=hasta)
            except KhipuError as error:
                log.error("pedido %d (%s): %s", pedido.id, type(error).__name__, error)
                self.repo.marcar(pedido, f"{'vacio' if error.sin_datos else 'error'}:{error.codigo}", datos=error.descripcion)
            else:
                self.repo.marcar(pedido, "listo", datos=json.dumps(datos))
        return self.repo.estados()
