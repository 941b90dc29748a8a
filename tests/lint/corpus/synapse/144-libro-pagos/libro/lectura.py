from __future__ import annotations

from typing import Any

from .result import Fallo, Motivo

_MOTIVOS = {
    "100": Motivo.CREDENCIALES,
    "110": Motivo.CREDENCIALES,
    "120": Motivo.CREDENCIALES,
    "200": Motivo.PAYLOAD,
    "300": Motivo.PERMISO,
    "400": Motivo.VALORES,
    "404": Motivo.NO_EXISTE,
    "410": Motivo.PERMISO,
    "429": Motivo.SATURADO,
    "503": Motivo.SATURADO,
}


def fallo_de(status: int, doc: dict[str, Any]) -> Fallo:
    code = str(doc.get("error_code", ""))
    texto = (doc.get("error") or {}).get("en", "")
    return Fallo(_MOTIVOS.get(code, Motivo.OTRO), status, code, texto)


def cerrada(trans: dict[str, Any]) -> bool:
    return trans.get("recent_status", {}).get("status") in {"SETTLED", "CANCELED", "RETURNED"}
