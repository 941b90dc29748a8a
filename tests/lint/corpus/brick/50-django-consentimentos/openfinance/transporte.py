import logging
import time

import requests

from .excecoes import ErroBrick

log = logging.getLogger(__name__)


def _esperas(base=3, tentativas=5):
    espera = base
    for _ in range(tentativas):
        yield espera
        espera *= 2


class Transporte:
    def __init__(self, base_url, token, dormir=time.sleep):
        self.base_url = base_url.rstrip("/")
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = "Bearer " + token
        self.dormir = dormir

    def get(self, caminho):
        esperas = _esperas()
        while True:
            resposta = self.sessao.get(self.base_url + caminho, timeout=30)
            if resposta.status_code == 200:
                return resposta.json()
            erro = ErroBrick.da_resposta(resposta)
            if not 500 <= resposta.status_code < 510:
                raise erro
            espera = next(esperas, None)
            if espera is None:
                raise erro
            log.warning("%s; nova tentativa em %ss", erro, espera)
            self.dormir(espera)
