import logging
import os
import time
import uuid

import requests

from .erros import BrickErro, ServidorErro

logger = logging.getLogger(__name__)

BRICK_URL = os.getenv("BRICK_URL", "http://localhost:8080")
TENTATIVAS = 10
INTERVALO_BASE = 3


class ApiBase:
    prefixo = ""

    def __init__(self, token, base_url=BRICK_URL, tentativas=TENTATIVAS):
        self.base_url = base_url.rstrip("/")
        self.tentativas = tentativas
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = f"Bearer {token}"

    def _request(self, metodo, caminho, *, json=None, params=None, timeout=30, interacao=None, tentativas=None):
        cabecalhos = {"x-fapi-interaction-id": interacao or str(uuid.uuid4())}
        restam = self.tentativas if tentativas is None else tentativas
        espera = INTERVALO_BASE
        while True:
            resp = self.sessao.request(metodo, self.base_url + self.prefixo + caminho, json=json, params=params,
                                       headers=cabecalhos, timeout=timeout)
            if resp.status_code == 204:
                return None
            if resp.ok:
                return resp.json()
            erro = BrickErro.from_response(resp)
            if isinstance(erro, ServidorErro) and restam > 0:
                restam -= 1
                logger.warning("%s %s: %s; aguardando %ss", metodo, caminho, erro, espera)
                time.sleep(espera)
                espera *= 2
                continue
            logger.error("%s %s: %s (interação %s)", metodo, caminho, erro, erro.interacao)
            raise erro

    def _get(self, caminho, **kwargs):
        return self._request("GET", caminho, **kwargs)

    def _post(self, caminho, json, **kwargs):
        return self._request("POST", caminho, json=json, **kwargs)
