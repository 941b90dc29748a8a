"""Quando e como repetir uma chamada ao Brick."""
from __future__ import annotations

import logging

from tenacity import RetryCallState, before_sleep_log, retry, retry_if_exception, stop_after_attempt

from .erros import BrickErro

log = logging.getLogger("brick")

OUTRA_INSTITUICAO = frozenset({
    "ERRO_CHAMADA_API",
    "TIMEOUT_CHAMADA_API",
    "TIMEOUT_FLUXO_REFRESH_TOKEN",
})
MINUTOS = 4 * 60
BASE = 3


def instavel(exc: BaseException) -> bool:
    if not isinstance(exc, BrickErro):
        return False
    if exc.codigo in OUTRA_INSTITUICAO:
        return True
    return 500 <= exc.status < 510


def espera(estado: RetryCallState) -> float:
    exc = estado.outcome.exception()
    if exc.codigo in OUTRA_INSTITUICAO:
        return MINUTOS
    return BASE * 2 ** (estado.attempt_number - 1)


repetir = retry(
    retry=retry_if_exception(instavel),
    wait=espera,
    stop=stop_after_attempt(10),
    before_sleep=before_sleep_log(log, logging.WARNING),
    reraise=True,
)
