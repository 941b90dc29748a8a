from __future__ import annotations

from decimal import Decimal

from refrescar import Banco


def saldo(banco: Banco, usuario: str, nodos: list[str]) -> Decimal:
    total = Decimal(0)
    for nodo in nodos:
        importe = banco.refrescar(usuario, nodo).get("info", {}).get("balance", {}).get("amount", 0)
        total += Decimal(str(importe))
    return total
