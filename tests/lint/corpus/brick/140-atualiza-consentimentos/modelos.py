"""Objetos do job noturno que atualiza os dados compartilhados."""
from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any


class ErroBrick(Exception):
    def __init__(self, status: int, corpo: dict[str, Any]) -> None:
        self.status = status
        self.corpo = corpo
        self.codigo: str = corpo.get("code") or corpo.get("error") or ""
        super().__init__(f"{status} {self.codigo or corpo.get('message', '')}")


@dataclass(frozen=True)
class Conta:
    id: str
    saldo: Decimal

    @classmethod
    def de_json(cls, bruto: dict[str, Any]) -> "Conta":
        return cls(str(bruto.get("accountId", "")), Decimal(str(bruto.get("amount", "0"))))


@dataclass(frozen=True)
class Atualizado:
    consent_id: str
    contas: list[Conta] = field(default_factory=list)


@dataclass(frozen=True)
class Adiado:
    """Limite operacional do mês atingido; nada a fazer antes de `ate`."""

    consent_id: str
    ate: date
    codigo: str


@dataclass(frozen=True)
class SemConsentimento:
    consent_id: str
    codigo: str


Resultado = Atualizado | Adiado | SemConsentimento
