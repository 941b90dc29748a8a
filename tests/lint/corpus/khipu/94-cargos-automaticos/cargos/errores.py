from __future__ import annotations

from collections.abc import Mapping


class FalloCargo(Exception):
    def __init__(self, codigo: str, tipo: str, texto: str) -> None:
        super().__init__(f"[{codigo}/{tipo}] {texto}")
        self.codigo = codigo
        self.tipo = tipo
        self.texto = texto


class TokenRechazado(FalloCargo):
    pass


class FalloServicio(FalloCargo):
    pass


class FalloPlataforma(FalloCargo):
    pass


class PeticionMala(FalloCargo):
    pass


class Demora(FalloCargo):
    pass


POR_LETRA: dict[str, type[FalloCargo]] = {
    "A": TokenRechazado,
    "E": FalloServicio,
    "F": FalloPlataforma,
    "I": FalloPlataforma,
    "L": Demora,
    "P": PeticionMala,
    "T": Demora,
}


def construir(error: Mapping[str, str]) -> FalloCargo:
    codigo = error["Code"]
    clase = POR_LETRA[codigo[0]]
    return clase(codigo, error["Type"], error["Description"])
