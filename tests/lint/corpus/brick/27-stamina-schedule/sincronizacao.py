from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from consumo import Consumo, FalhaBrick


def sincronizar(consumo: Consumo, consentimentos: Iterable[str]) -> Counter[str]:
    """Conta os resultados: `ok` ou o código da falha."""
    resultados: Counter[str] = Counter()
    for consentimento in consentimentos:
        try:
            consumo.contas(consentimento)
        except FalhaBrick as falha:
            resultados[f"{falha.status}/{falha.codigo}"] += 1
        else:
            resultados["ok"] += 1
    return resultados
