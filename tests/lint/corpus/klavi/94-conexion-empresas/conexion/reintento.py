from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable

from .codigos import Paso
from .resultado import Err, Resultado

logger = logging.getLogger(__name__)


async def insistir(
    operacion: Callable[[], Awaitable[Resultado[dict]]], *, veces: int = 4, base: float = 15.0
) -> Resultado[dict]:
    resultado = await operacion()
    for intento in range(1, veces):
        if not (isinstance(resultado, Err) and resultado.paso is Paso.REINTENTAR):
            return resultado
        pausa = base * 2 ** (intento - 1)
        logger.info("klavi %s, intento %d en %.0fs", resultado.code, intento + 1, pausa)
        await asyncio.sleep(pausa)
        resultado = await operacion()
    return resultado
