from __future__ import annotations

from typing import Any


class ErroBrick(Exception):
    def __init__(self, status: int, corpo: dict[str, Any]) -> None:
        super().__init__(status, corpo.get("code"))
        self.status = status
        self.corpo = corpo


class ErroServidor(ErroBrick):
    """50x"""


class ErroRequisicao(ErroBrick):
    """40x: não repetir."""
