"""Alta de clientes con Flanks Link: canje del code y primera carga de posiciones."""
from __future__ import annotations

import logging
import os
import time

import requests

from interruptores import activo

log = logging.getLogger("altas")

# código -> (acción, segundos hasta volver a mirar)
CATALOGO = {
    "20001": ("abrir_ticket", None),
    "20002": ("esperar", 30),
    "20003": ("en_revision", 48 * 3600),
    "40001": ("corregir_peticion", None),
    "50001": ("banco_caido", 3600),
    "50002": ("pedir_claves", None),
    "50003": ("pedir_sca", None),
}


class FlanksError(Exception):
    def __init__(self, estado: int, cuerpo: dict) -> None:
        self.estado = estado
        self.codigo = cuerpo.get("error_code")
        self.texto = cuerpo.get("error", "")
        self.accion, self.espera = CATALOGO.get(self.codigo, ("revisar", None))
        super().__init__(f"{estado}/{self.codigo} {self.texto}")


class SlackHandler(logging.Handler):
    def __init__(self, url: str) -> None:
        super().__init__(level=logging.ERROR)
        self.url = url

    def emit(self, record: logging.LogRecord) -> None:
        requests.post(self.url, json={"text": self.format(record)}, timeout=5)


class Flanks:
    def __init__(self, token: str, base_url: str = "https://api.flanks.io") -> None:
        self.base_url = base_url
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {token}"

    def _post(self, ruta: str, **cuerpo) -> dict:
        r = self.http.post(self.base_url + ruta, json=cuerpo, timeout=30)
        try:
            datos = r.json()
        except ValueError:
            datos = {}
        if not r.ok:
            raise FlanksError(r.status_code, datos)
        return datos

    def canjear(self, code: str) -> str:
        return self._post("/v0/links/exchange", code=code)["credentials_token"]

    def posiciones(self, credencial: str, intentos: int = 10) -> dict:
        for _ in range(intentos - 1):
            try:
                return self._post("/v0/bank/investments", credentials_token=credencial)
            except FlanksError as exc:
                if exc.accion != "esperar":
                    raise
                time.sleep(exc.espera)
        return self._post("/v0/bank/investments", credentials_token=credencial)


class Altas:
    def __init__(self, flanks: Flanks, guardar) -> None:
        self.flanks = flanks
        self.guardar = guardar

    def completar(self, cliente: str, code: str) -> str:
        """Devuelve el estado con el que queda el alta."""
        credencial = self.flanks.canjear(code)
        self.guardar(cliente, estado="activo", credencial=credencial)
        if not activo("carga_inicial"):
            return "activo"
        try:
            cartera = self.flanks.posiciones(credencial)
        except FlanksError as exc:
            log.error("alta %s: %s -> %s", cliente, exc, exc.accion)
            self.guardar(cliente, estado=exc.accion, codigo=exc.codigo)
            return exc.accion
        self.guardar(cliente, cartera=cartera)
        return "activo"


def configurar_registro() -> None:
    logging.basicConfig(level=logging.INFO)
    if url := os.getenv("SLACK_WEBHOOK"):
        log.addHandler(SlackHandler(url))
