"""Tentativas como objetos:

    async for tentativa in Tentativas(CALENDARIO_50X):
        with tentativa:
            return await porta.chamar()
"""
from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Sequence
from types import TracebackType
from typing import Final

from .erros import ErroDoServidor

log = logging.getLogger("recebiveis.tentativas")

CALENDARIO_50X: Final[tuple[float, ...]] = (3, 6, 12, 24, 48)


class Tentativa:
    def __init__(self, numero: int, ultima: bool) -> None:
        self.numero = numero
        self.ultima = ultima
        self.falha: ErroDoServidor | None = None

    def __enter__(self) -> "Tentativa":
        return self

    def __exit__(
        self, tipo: type[BaseException] | None, erro: BaseException | None, tb: TracebackType | None
    ) -> bool:
        if isinstance(erro, ErroDoServidor) and not self.ultima:
            self.falha = erro
            return True
        return False


class Tentativas:
    def __init__(self, calendario: Sequence[float]) -> None:
        self._calendario = tuple(calendario)

    async def __aiter__(self) -> AsyncIterator[Tentativa]:
        total = len(self._calendario)
        for numero in range(total + 1):
            tentativa = Tentativa(numero + 1, ultima=numero == total)
            yield tentativa
            if tentativa.falha is None:
                return
            espera = self._calendario[numero]
            log.warning(
                "brick.nova_tentativa",
                extra={"numero": tentativa.numero, "espera": espera, "status": tentativa.falha.status},
            )
            await asyncio.sleep(espera)
