"""Quando e quantas vezes repetir."""
from __future__ import annotations

import tenacity

from erros import ErroServidor

MAXIMO = 10

repetir_servidor = tenacity.retry(
    retry=tenacity.retry_if_exception_type(ErroServidor),
    wait=tenacity.wait_exponential(multiplier=3, exp_base=2, max=48),
    stop=tenacity.stop_after_attempt(MAXIMO),
    reraise=True,
)
