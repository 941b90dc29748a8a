# -*- coding: utf-8 -*-
import logging
import time
import uuid

import requests

from falhas import Indisponivel, LimiteDoMes, ler

log = logging.getLogger(__name__)


def esperas(base=3, vezes=5):
    atual = base
    for _ in range(vezes):
        yield atual
        atual *= 2


class Recursos(object):
    """Lê os recursos de um consentimento (somente GET)."""

    def __init__(self, url, token):
        self.url = url.rstrip("/")
        self.sessao = requests.Session()
        self.sessao.headers.update({"Authorization": "Bearer %s" % token})
        self.suspensos = set()

    def _ler(self, caminho, **params):
        resposta = self.sessao.get(
            self.url + caminho, params=params, timeout=(5, 40), headers={"x-fapi-interaction-id": str(uuid.uuid4())}
        )
        if resposta.status_code != 200:
            raise ler(resposta)
        return resposta.json()

    def _insistir(self, caminho, **params):
        for pausa in esperas():
            try:
                return self._ler(caminho, **params)
            except Indisponivel as falha:
                log.warning(u"%s; espera de %ss", falha, pausa)
                time.sleep(pausa)
        return self._ler(caminho, **params)

    def paginas(self, consentimento):
        pagina = 1
        while True:
            corpo = self._insistir("/recursos/%s" % consentimento, page=pagina)
            for item in corpo["data"]:
                yield item
            if pagina >= corpo.get("meta", {}).get("totalPages", 1):
                return
            pagina += 1

    def todos(self, marca, consentimento):
        if marca in self.suspensos:
            return None
        try:
            return list(self.paginas(consentimento))
        except LimiteDoMes as falha:
            log.error(u"%s: nada mais este mês para %s", falha, marca)
            self.suspensos.add(marca)
            raise

    def novo_mes(self):
        self.suspensos.clear()
