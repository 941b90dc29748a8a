# -*- coding: utf-8 -*-
import logging
import uuid

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

from excecoes import ErroPagamento, PagamentoRecusado, SessaoExpirada

log = logging.getLogger("pagamentos.brick")

POLITICA = Retry(
    total=10,
    connect=2,
    read=0,
    backoff_factor=0.3,
    status_forcelist=(500, 502, 503, 504),
    allowed_methods=frozenset(["GET", "POST"]),
    raise_on_status=False,
)


class ClienteBrick(object):
    def __init__(self, token, base_url):
        self.base_url = base_url.rstrip("/")
        self.sessao = requests.Session()
        self.sessao.headers.update({"Authorization": "Bearer %s" % token})
        for esquema in ("http://", "https://"):
            self.sessao.mount(esquema, HTTPAdapter(max_retries=POLITICA))

    def _request(self, metodo, caminho, corpo=None):
        cabecalhos = {"x-idempotency-key": uuid.uuid4().hex}
        try:
            resp = self.sessao.request(
                metodo, self.base_url + caminho, json=corpo, headers=cabecalhos, timeout=(3, 60)
            )
        except requests.RequestException as exc:
            raise ErroPagamento("sem resposta em %s" % caminho) from exc
        log.info("%s %s %s", metodo, caminho, resp.status_code)
        if resp.status_code == 401:
            raise SessaoExpirada("token recusado")
        if resp.status_code >= 400:
            raise PagamentoRecusado("HTTP %d" % resp.status_code)
        return resp.json()

    def iniciar(self, consentimento, valor, chave_pix):
        return self._request(
            "POST",
            "/payments/pix",
            {
                "consentId": consentimento,
                "payment": {"amount": "%.2f" % valor, "currency": "BRL"},
                "proxy": chave_pix,
            },
        )

    def situacao(self, pagamento_id):
        return self._request("GET", "/payments/pix/%s" % pagamento_id)["status"]
