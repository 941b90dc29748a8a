"""Decorador de novas tentativas da equipe de dados."""
import functools
import logging
import time

log = logging.getLogger("tentativas")


def com_tentativas(vezes, inicio=1.0, quando=lambda erro: False):
    def embrulhar(funcao):
        @functools.wraps(funcao)
        def chamada(*args, **kwargs):
            for i in range(vezes):
                try:
                    return funcao(*args, **kwargs)
                except Exception as erro:
                    if i == vezes - 1 or not quando(erro):
                        raise
                    espera = inicio * 2**i
                    log.warning("%s: %s, espera de %.0fs", funcao.__name__, erro, espera)
                    time.sleep(espera)

        return chamada

    return embrulhar
