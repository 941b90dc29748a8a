"""Acompanha uma transferência até que ela seja liquidada."""
from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

FINAIS = frozenset({"SETTLED", "CANCELED", "RETURNED"})


class AindaPendente(Exception):
    def __init__(self, transferencia: dict[str, Any]) -> None:
        super().__init__(transferencia.get("_id"))
        self.transferencia = transferencia


async def ate_final(
    consultar: Callable[[], Awaitable[dict[str, Any]]], intervalo: float = 60.0, consultas: int = 30
) -> dict[str, Any]:
    transferencia: dict[str, Any] = {}
    for _ in range(consultas):
        transferencia = await consultar()
        if transferencia["recent_status"]["status"] in FINAIS:
            return transferencia
        await asyncio.sleep(intervalo)
    raise AindaPendente(transferencia)
