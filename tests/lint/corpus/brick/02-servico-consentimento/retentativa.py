import functools
import logging
import time

import requests

from excecoes import ErroBrick

logger = logging.getLogger(__name__)


def com_retentativa(maximo=5, base=3):
    """Espera exponencial: 3, 6, 12, 24 e 48 segundos."""

    def decorador(funcao):
        @functools.wraps(funcao)
        def chamada(*args, **kwargs):
            tentativa = 0
            while True:
                try:
                    return funcao(*args, **kwargs)
                except (ErroBrick, requests.ConnectionError) as erro:
                    status = getattr(erro, "status", None)
                    if status in (401, 403) or tentativa >= maximo:
                        raise
                    espera = base * 2 ** tentativa
                    tentativa += 1
                    logger.warning("falha ao chamar %s (%s), nova tentativa em %ss", funcao.__name__, erro, espera)
                    time.sleep(espera)

        return chamada

    return decorador
