from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Optional


class FallaKhipu(Exception):
    def __init__(self, codigo: str, tipo: str, descripcion: str):
        super().__init__("{}: {} ({})".format(codigo, descripcion, tipo))
        self.codigo = codigo
        self.tipo = tipo
        self.descripcion = descripcion

    @classmethod
    def desde(cls, error: dict[str, str]) -> "FallaKhipu":
        return cls(error["Code"], error["Type"], error["Description"])


class FallaIndicador(Exception):
    def __init__(self, codigo: int, fecha: date):
        super().__init__("sin UF para %s (HTTP %d)" % (fecha, codigo))
        self.codigo = codigo


@dataclass
class Cartola:
    cuenta: str
    dia: date
    abonos: list[dict[str, Any]] = field(default_factory=list)
    uf: Optional[Decimal] = None


@dataclass
class CartolaPendiente:
    cuenta: str
    dia: date
    desde: datetime
    motivo: FallaKhipu
