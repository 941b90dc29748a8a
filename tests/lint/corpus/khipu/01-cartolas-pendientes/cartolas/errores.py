from __future__ import annotations

from collections.abc import Mapping


class KhipuError(Exception):
    def __init__(self, codigo: str, descripcion: str) -> None:
        super().__init__(f"{codigo}: {descripcion}")
        self.codigo = codigo
        self.descripcion = descripcion

    @property
    def sin_datos(self) -> bool:
        return self.codigo[:2] == "E3"


class Definitivo(KhipuError):
    pass


class Inmediato(KhipuError):
    pass


class MasTarde(KhipuError):
    pass


def desde_json(error: Mapping[str, str]) -> KhipuError:
    match error:
        case {"Type": "RETRY_IMMEDIATELY"}:
            clase = Inmediato
        case {"Type": "WAIT_4_HOURS_BEFORE_RETRY"}:
            clase = MasTarde
        case _:
            clase = Definitivo
    return clase(error["Code"], error["Description"])
