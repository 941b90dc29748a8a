"""Exceções do gateway de pagamentos."""
from __future__ import annotations

from typing import Any


class BrickErro(Exception):
    def __init__(self, status: int, corpo: dict[str, Any]) -> None:
        self.status = status
        self.corpo = corpo
        self.codigo = corpo.get("code") or corpo.get("error") or ""
        super().__init__(f"{status} {self.codigo or corpo.get('message', '')}".rstrip())


class BrickIndisponivel(BrickErro):
    """50x: a plataforma, não nós."""


class LimiteDoPeriodo(BrickErro):
    """423: acabou a cota mensal do endpoint."""


def traduzir(status: int, corpo: dict[str, Any]) -> BrickErro:
    if 500 <= status <= 505:
        return BrickIndisponivel(status, corpo)
    if status == 423:
        return LimiteDoPeriodo(status, corpo)
    return BrickErro(status, corpo)
