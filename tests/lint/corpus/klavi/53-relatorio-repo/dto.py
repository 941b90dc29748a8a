from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol

from pydantic import BaseModel, ConfigDict


class KlaviEnvelope(BaseModel):
    model_config = ConfigDict(extra="ignore")

    code: int
    message: str = ""
    data: dict[str, Any] | None = None


@dataclass
class Relatorio:
    cpf: str
    obtido_em: datetime
    contas: list[dict[str, Any]] = field(default_factory=list)
    status: str = "COMPLETO"


@dataclass(frozen=True)
class Pendencia:
    cpf: str
    quando: datetime
    codigo: int


class RelatorioRepository(Protocol):
    def salvar(self, relatorio: Relatorio) -> None: ...


class Agenda(Protocol):
    def incluir(self, pendencia: Pendencia) -> None: ...

    def retirar_vencidas(self, agora: datetime) -> list[Pendencia]: ...
