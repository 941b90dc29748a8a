import json
import logging

import urllib3

from .erros import erro_de

log = logging.getLogger(__name__)
PARCIAIS = (201, 202, 203)


class ClienteKlavi(object):
    def __init__(self, token, base="https://open.klavi.ai"):
        self.base = base
        self.http = urllib3.PoolManager(
            headers={"Authorization": "Bearer " + token, "Content-Type": "application/json"},
            timeout=urllib3.Timeout(connect=5, read=90),
            retries=False,
        )

    def conectar(self, pedido):
        resposta = self.http.request("POST", self.base + "/data/v1/connections", body=json.dumps(pedido))
        corpo = json.loads(resposta.data)
        codigo = int(corpo["code"])
        log.info("klavi respondeu %d", codigo)
        if codigo == 200:
            return corpo["data"], False
        if codigo in PARCIAIS:
            return corpo["data"], True
        raise erro_de(codigo, corpo.get("message"))
