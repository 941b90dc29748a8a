"""Extrato: gerador assíncrono das transações e o resumo que o aplicativo mostra."""
from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any, AsyncIterator

from cliente import ClienteBrick

MAX_PAGINAS = 200


class ExtratoLongo(Exception):
    pass


@dataclass
class Resumo:
    conta: str
    quantidade: int = 0
    total: Decimal = Decimal(0)


async def transacoes(cliente: ClienteBrick, conta: str) -> AsyncIterator[dict[str, Any]]:
    for pagina in range(1, MAX_PAGINAS + 1):
        corpo = await cliente.obter(f"/data/accounts/{conta}/transactions", page=pagina)
        for transacao in corpo["data"]:
            yield transacao
        if not (corpo.get("links") or {}).get("next"):
            return
    raise ExtratoLongo(conta)


async def resumir(cliente: ClienteBrick, conta: str) -> Resumo:
    resumo = Resumo(conta)
    async for transacao in transacoes(cliente, conta):
        resumo.quantidade += 1
        resumo.total += Decimal(transacao["amount"])
    return resumo
