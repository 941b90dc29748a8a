import functools
import time


def tentar_de_novo(excecao, maximo=3, base=1, teto=None):
    """Baseado em https://wiki.python.org/moin/PythonDecoratorLibrary#Retry"""

    def decorador(f):
        @functools.wraps(f)
        def embrulho(*args, **kwargs):
            restantes, espera = maximo, base
            while restantes > 1:
                try:
                    return f(*args, **kwargs)
                except excecao:
                    time.sleep(espera)
                    restantes -= 1
                    espera = espera * 2 if teto is None else min(espera * 2, teto)
            return f(*args, **kwargs)

        return embrulho

    return decorador
