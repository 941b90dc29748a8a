from __future__ import annotations

import functools
import logging

from erros import FalhaServidor

log = logging.getLogger(__name__)

BASE = 3
NOVAS_TENTATIVAS = 5


def com_espera(metodo):
    """Repete o método quando o servidor falha: 3, 6, 12, 24 e 48 segundos."""

    @functools.wraps(metodo)
    def envolto(self, *args, _tentativa=0, **kwargs):
        try:
            return metodo(self, *args, **kwargs)
        except FalhaServidor as falha:
            if _tentativa >= NOVAS_TENTATIVAS:
                raise
            log.warning("nova tentativa %d depois de %s", _tentativa + 1, falha)
            self.dormir(BASE << _tentativa)
        return envolto(self, *args, _tentativa=_tentativa + 1, **kwargs)

    return envolto
