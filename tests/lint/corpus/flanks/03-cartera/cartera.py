"""Sincroniza carteras; se ejecuta desde el planificador cada noche."""
import logging
import time
from concurrent.futures import ThreadPoolExecutor

import requests

log = logging.getLogger("cartera")

EN_PROCESO = "20002"
TRANSITORIOS = (50001, 50002)


class ErrorFlanks(Exception):
    def __init__(self, codigo, texto, status):
        super().__init__(f"{codigo}: {texto} (HTTP {status})")
        self.codigo = codigo
        self.texto = texto
        self.status = status


class Cartera:
    def __init__(self, token, base="https://api.flanks.io", hilos=4):
        self.base = base
        self.hilos = hilos
        self.cabeceras = {"Authorization": "Bearer " + token}

    def _pedir(self, ruta, credencial):
        r = requests.post(
            self.base + ruta, json={"credentials_token": credencial}, headers=self.cabeceras, timeout=30
        )
        cuerpo = r.json()
        if r.status_code >= 400:
            raise ErrorFlanks(cuerpo.get("error_code"), cuerpo["error"], r.status_code)
        return cuerpo

    def _esperar(self, credencial):
        for _ in range(30):
            if not self._pedir("/v0/credentials/status", credencial)["pending"]:
                return
            time.sleep(20)
        raise TimeoutError(credencial)

    def inversiones(self, credencial, vuelta=0):
        try:
            return self._pedir("/v0/investment", credencial)
        except ErrorFlanks as e:
            if e.codigo == EN_PROCESO:
                self._esperar(credencial)
                return self._pedir("/v0/investment", credencial)
            if e.codigo in TRANSITORIOS and vuelta < 3:
                log.info("%s, vuelta %d", e, vuelta + 1)
                time.sleep(60 * (vuelta + 1))
                return self.inversiones(credencial, vuelta + 1)
            raise

    def todas(self, credenciales):
        with ThreadPoolExecutor(self.hilos) as hilos:
            return dict(zip(credenciales, hilos.map(self.inversiones, credenciales)))
