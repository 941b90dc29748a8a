"""Pide el JWT de Khipu a nuestro servicio de secretos."""
import os

import requests


def emitir():
    r = requests.post(os.environ["SECRETOS_URL"] + "/khipu/jwt", timeout=10)
    r.raise_for_status()
    cuerpo = r.json()
    if cuerpo.get("code") != "ISSUED":
        raise RuntimeError("el servicio de secretos respondió %s" % cuerpo.get("code"))
    return cuerpo["jwt"]
