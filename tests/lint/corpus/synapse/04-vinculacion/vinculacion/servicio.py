from __future__ import annotations

import logging
from collections.abc import Callable

from .cliente import ClienteSynapse
from .errores import CredencialesVencidas, ErrorSynapse

registro = logging.getLogger(__name__)


class ServicioNodos:
    def __init__(self, cliente: ClienteSynapse, pedir_revinculacion: Callable[[str, str], None]) -> None:
        self.cliente = cliente
        self.pedir_revinculacion = pedir_revinculacion
        self.fallas: dict[str, ErrorSynapse] = {}

    def refrescar_todos(self, nodos: dict[str, str]) -> int:
        listos = 0
        for nodo, usuario in nodos.items():
            try:
                self.cliente.refrescar(usuario, nodo)
            except ErrorSynapse as error:
                registro.error("nodo %s: %s", nodo, error)
                self.fallas[nodo] = error
            except CredencialesVencidas:
                self.pedir_revinculacion(usuario, nodo)
            else:
                listos += 1
        return listos
