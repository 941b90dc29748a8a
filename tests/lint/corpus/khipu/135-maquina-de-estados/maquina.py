"""Máquina de estados de una consulta: qué estado sigue a cada respuesta, sin red ni reloj."""
from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any

from grupos import NO_REPETIR, Grupo, grupo_de

CUATRO_HORAS = 4 * 60 * 60


class Estado(Enum):
    POR_ENVIAR = auto()
    EN_ESPERA = auto()
    COMPLETA = auto()
    SIN_DATOS = auto()
    RECHAZADA = auto()


FINALES = frozenset({Estado.COMPLETA, Estado.SIN_DATOS, Estado.RECHAZADA})


@dataclass(frozen=True)
class Falla:
    codigo: str
    tipo: str
    descripcion: str
    grupo: Grupo

    @classmethod
    def de(cls, cuerpo: Any) -> "Falla":
        error = cuerpo.get("Error") if isinstance(cuerpo, dict) else None
        if not isinstance(error, dict):
            return cls("", "", f"respuesta fuera de contrato: {str(cuerpo)[:200]}", Grupo.DESCONOCIDO)
        codigo = str(error.get("Code") or "")
        return cls(codigo, str(error.get("Type") or ""), str(error.get("Description") or ""), grupo_de(codigo))


@dataclass
class Consulta:
    servicio: str
    parametros: dict[str, str]
    estado: Estado = Estado.POR_ENVIAR
    espera: float = 0.0
    inmediatas: int = 3
    largas: int = 1
    datos: Any = None
    falla: Falla | None = None
    historia: list[str] = field(default_factory=list)

    @property
    def terminada(self) -> bool:
        return self.estado in FINALES

    def reanudar(self) -> None:
        if self.estado is not Estado.EN_ESPERA:
            raise RuntimeError(f"no está en espera: {self.estado.name}")
        self.estado, self.espera = Estado.POR_ENVIAR, 0.0

    def recibir(self, cuerpo: Any) -> None:
        if self.estado is not Estado.POR_ENVIAR:
            raise RuntimeError(f"nadie preguntó: {self.estado.name}")
        if isinstance(cuerpo, dict) and cuerpo.get("Status") == "OK" and not cuerpo.get("Error"):
            self.estado, self.datos, self.falla = Estado.COMPLETA, cuerpo.get("Data"), None
            return
        self.falla = falla = Falla.de(cuerpo)
        self.historia.append(f"{falla.codigo}/{falla.tipo}")
        self.estado = self._tras(falla)

    def _tras(self, falla: Falla) -> Estado:
        if falla.grupo is Grupo.SIN_DATOS:
            return Estado.SIN_DATOS
        if falla.grupo in NO_REPETIR:
            return Estado.RECHAZADA
        match falla.tipo:
            case "RETRY_IMMEDIATELY" if self.inmediatas > 0:
                self.inmediatas -= 1
                self.espera = 2.0
                return Estado.EN_ESPERA
            case "WAIT_4_HOURS_BEFORE_RETRY" if self.largas > 0:
                self.largas -= 1
                self.espera = CUATRO_HORAS
                return Estado.EN_ESPERA
            case _:
                return Estado.RECHAZADA
