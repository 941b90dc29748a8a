# -*- coding: utf-8 -*-
"""Tipos de cambio del servicio interno. Es poco fiable, así que se insiste siempre."""
import logging
import time

import requests

from errores import ErrorDivisas

log = logging.getLogger(__name__)


def tipo_de_cambio(url, moneda, intentos=4):
    for n in range(intentos):
        try:
            r = requests.get("%s/tipos/%s" % (url, moneda), timeout=5)
            r.raise_for_status()
            cuerpo = r.json()
            if cuerpo["code"] == 0:
                return cuerpo["valor"]
            log.warning("divisas devolvió %s", cuerpo["code"])
        except requests.RequestException as exc:
            log.warning("divisas: %s", exc)
        time.sleep(0.5 * (n + 1))
    raise ErrorDivisas(moneda)
