from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Protocol

from attrs import define, field

from .erros import ErroBrick

log = logging.getLogger("recebiveis.servico")


class FonteDeRecebiveis(Protocol):
    async def recebiveis(self, consentimento: str) -> Mapping[str, Any]: ...


@define(frozen=True)
class Carteira:
    consentimento: str
    total: Decimal
    itens: int


@define
class Antecipacao:
    fonte: FonteDeRecebiveis
    metricas: Counter[tuple[str, str]] = field(factory=Counter)

    async def carteira(self, consentimento: str) -> Carteira:
        try:
            corpo = await self.fonte.recebiveis(consentimento)
        except ErroBrick as erro:
            self.metricas["falha", type(erro).__name__] += 1
            log.error(
                "carteira.indisponivel",
                extra={"codigo": erro.codigo, "status": erro.status, "acao": erro.acao},
            )
            raise
        contas = (corpo.get("data") or {}).get("accounts", [])
        self.metricas["ok", ""] += 1
        return Carteira(
            consentimento,
            sum((Decimal(str(c.get("amount", 0))) for c in contas), Decimal(0)),
            len(contas),
        )
