"""Decoradores de uso general del portal."""
import functools
import logging

bitacora = logging.getLogger(__name__)


def reintentar(veces, si):
    """Vuelve a llamar hasta `veces` mas mientras `si(excepcion)` lo permita."""

    def decorador(funcion):
        @functools.wraps(funcion)
        def envoltura(*args, **kwargs):
            quedan = veces
            while True:
                try:
                    return funcion(*args, **kwargs)
                except Exception as exc:
                    if quedan == 0 or not si(exc):
                        raise
                    quedan -= 1
                    bitacora.info("%s: %s; quedan %d", funcion.__name__, exc, quedan)

        return envoltura

    return decorador


def traducir(origen, destino):
    """Convierte excepciones de una capa en las de la siguiente."""

    def decorador(funcion):
        @functools.wraps(funcion)
        def envoltura(*args, **kwargs):
            try:
                return funcion(*args, **kwargs)
            except origen as exc:
                raise destino.desde(exc) from exc

        return envoltura

    return decorador
