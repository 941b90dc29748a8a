from __future__ import annotations

from typing import Any, Self

import attrs


@attrs.frozen
class Falla:
    code: str
    type: str
    description: str


@attrs.frozen
class Aviso:
    operation_id: str
    data: dict[str, Any] | None
    falla: Falla | None

    @classmethod
    def leer(cls, doc: dict[str, Any]) -> Self:
        falla = None
        if doc["Status"] == "ERROR":
            e = doc["Error"]
            falla = Falla(e["Code"], e["Type"], e["Description"])
        return cls(doc["OperationId"], doc.get("Data"), falla)


@attrs.define
class Encargo:
    ruta: str
    parametros: dict[str, Any]
    envios: int = 0
    estado: str = "nuevo"
    detalle: str = ""
    resultado: dict[str, Any] | None = None
