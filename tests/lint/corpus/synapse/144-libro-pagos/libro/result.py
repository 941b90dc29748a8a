from __future__ import annotations

from enum import StrEnum
from typing import Any

import attrs


class Motivo(StrEnum):
    CREDENCIALES = "credenciales"
    PAYLOAD = "payload"
    PERMISO = "permiso"
    VALORES = "valores"
    NO_EXISTE = "no-existe"
    SATURADO = "saturado"
    OTRO = "otro"


@attrs.frozen
class Hecho:
    """Respuesta final de Synapse; cómo terminó lo dice recent_status."""

    trans: dict[str, Any]


@attrs.frozen
class Pendiente:
    trans: dict[str, Any]


@attrs.frozen
class Fallo:
    motivo: Motivo
    http_code: int
    error_code: str
    texto: str


Desenlace = Hecho | Pendiente | Fallo
