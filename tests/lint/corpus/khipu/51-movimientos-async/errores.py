from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Aviso:
    codigo: str
    tipo: str
    descripcion: str

    @classmethod
    def desde(cls, error: dict) -> "Aviso":
        return cls(error["Code"], error["Type"], error.get("Description", ""))

    @property
    def familia(self) -> str:
        return self.codigo[:2]


class ErrorKhipu(Exception):
    def __init__(self, aviso: Aviso) -> None:
        super().__init__(f"{aviso.codigo}: {aviso.descripcion}")
        self.aviso = aviso


class ServicioCaido(ErrorKhipu):
    """El banco no responde."""


class CredencialesMalas(ErrorKhipu):
    """El usuario debe corregir sus datos."""


POR_FAMILIA: dict[str, type[ErrorKhipu]] = {
    "E1": CredencialesMalas,
    "E2": ServicioCaido,
    "T0": ServicioCaido,
}


def lanzar(error: dict) -> None:
    aviso = Aviso.desde(error)
    raise POR_FAMILIA.get(aviso.familia, ErrorKhipu)(aviso)
