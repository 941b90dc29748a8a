import json
import logging
import time
from urllib.parse import urlencode

import urllib3

from .erros import MuitasChamadas, SynapseErro, Temporario

logger = logging.getLogger(__name__)

BASE = "https://api.synapsefi.com/v3.1"
ESPERAS = (20, 60, 180)


def repetir_se_temporario(funcao):
    def envolvida(*args, **kwargs):
        for espera in ESPERAS:
            try:
                return funcao(*args, **kwargs)
            except Temporario as exc:
                pausa = espera * 2 if isinstance(exc, MuitasChamadas) else espera
                logger.warning("synapse ocupada (%s), nova tentativa em %ss", exc, pausa)
                time.sleep(pausa)
        return funcao(*args, **kwargs)
    envolvida.__name__ = funcao.__name__
    return envolvida


class ApiBase:
    def __init__(self, gateway, usuario, base_url=BASE, pool=None):
        self.base_url = base_url
        self.pool = pool or urllib3.PoolManager(retries=False, timeout=urllib3.Timeout(connect=5, read=40))
        self.cabecalhos = {"X-SP-GATEWAY": gateway, "X-SP-USER": usuario, "X-SP-USER-IP": "127.0.0.1",
                           "Content-Type": "application/json"}

    @repetir_se_temporario
    def _request(self, metodo, caminho, corpo=None, parametros=None, chave=None):
        url = self.base_url + caminho
        if parametros:
            url += "?" + urlencode(parametros)
        cabecalhos = dict(self.cabecalhos)
        if chave:
            cabecalhos["X-SP-IDEMPOTENCY-KEY"] = chave
        resp = self.pool.request(metodo, url, body=json.dumps(corpo) if corpo else None, headers=cabecalhos)
        try:
            dados = json.loads(resp.data)
        except ValueError:
            raise SynapseErro(str(resp.status), "", resp.data[:80].decode("latin-1"))
        if resp.status >= 400 or dados.get("success") is False:
            raise SynapseErro.from_response(resp.status, dados)
        dados["_pendente"] = resp.status == 202 or dados.get("error_code") == "10"
        return dados


class Transacoes(ApiBase):
    def criar(self, user_id, node_id, destino, valor, chave, moeda="USD"):
        corpo = {"to": destino, "amount": {"amount": valor, "currency": moeda}, "extra": {"ip": "127.0.0.1"}}
        dados = self._request("POST", "/users/%s/nodes/%s/trans" % (user_id, node_id), corpo, chave=chave)
        return dados.get("_id"), "pendente" if dados["_pendente"] else "aceita"

    def todas(self, user_id, node_id, por_pagina=50):
        pagina, paginas = 1, 1
        while pagina <= paginas:
            dados = self._request("GET", "/users/%s/nodes/%s/trans" % (user_id, node_id),
                                  parametros={"page": pagina, "per_page": por_pagina})
            for trans in dados.get("trans", []):
                yield trans
            paginas = int(dados.get("page_count", 1))
            pagina += 1
