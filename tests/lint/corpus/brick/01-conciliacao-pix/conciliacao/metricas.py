from collections import Counter

_contadores: Counter[str] = Counter()


def incrementa(nome: str, **rotulos: object) -> None:
    sufixo = ",".join(f"{k}={v}" for k, v in sorted(rotulos.items()))
    _contadores[f"{nome}{{{sufixo}}}"] += 1


def instantaneo() -> dict[str, int]:
    return dict(_contadores)
