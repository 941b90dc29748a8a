"""Cola con vencimiento; sobrevive a un reinicio porque cada cambio se escribe."""
from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime, timezone
from pathlib import Path

from .modelo import Trabajo


class ColaEnDisco:
    def __init__(self, archivo: Path) -> None:
        self._archivo = archivo
        self._filas: list[tuple[str, dict]] = []
        if archivo.exists():
            self._filas = [tuple(fila) for fila in json.loads(archivo.read_text())]

    def agregar(self, trabajo: Trabajo, desde: datetime) -> None:
        self._filas.append((desde.astimezone(timezone.utc).isoformat(), asdict(trabajo)))
        self._grabar()

    def sacar(self) -> tuple[datetime, Trabajo] | None:
        if not self._filas:
            return None
        self._filas.sort(key=lambda fila: fila[0])
        desde, datos = self._filas.pop(0)
        self._grabar()
        return datetime.fromisoformat(desde), Trabajo(**datos)

    def _grabar(self) -> None:
        self._archivo.write_text(json.dumps(self._filas))
