from __future__ import annotations

from datetime import datetime

from .modelo import Credencial, Estado


class Almacen:
    def __init__(self) -> None:
        self._por_cliente: dict[str, Credencial] = {}

    def guardar(self, credencial: Credencial) -> None:
        self._por_cliente[credencial.cliente_id] = credencial

    def sincronizables(self, ahora: datetime) -> list[Credencial]:
        return [
            c
            for c in self._por_cliente.values()
            if c.estado is Estado.ACTIVA or (c.revisar_desde is not None and c.revisar_desde <= ahora)
        ]
