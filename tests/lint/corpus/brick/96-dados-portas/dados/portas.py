"""Portas do domínio: quem lê dados não sabe qual biblioteca HTTP está do outro lado."""
from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Consulta:
    recurso: str
    consentimento: str
    parametros: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Resposta:
    status: int
    corpo: dict[str, Any]
    interacao: str | None = None

    @property
    def concluida(self) -> bool:
        return self.status == 200

    @property
    def codigo(self) -> str:
        return self.corpo.get("code") or self.corpo.get("error") or str(self.status)

    @property
    def motivo(self) -> str:
        for chave in ("detail", "error_description", "message"):
            if texto := self.corpo.get(chave):
                return str(texto)
        return ""


class PortaDeDados(Protocol):
    def enviar(self, consulta: Consulta) -> Resposta: ...
