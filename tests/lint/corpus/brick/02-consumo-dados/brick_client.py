import logging
import os

import backoff
import requests

log = logging.getLogger("brick")

URL_PADRAO = os.environ.get("BRICK_URL", "https://api.brickbank.com.br")


class ConsentimentoExpirado(Exception):
    pass


class BrickClient(object):
    def __init__(self, token, url=URL_PADRAO):
        self.url = url
        self.sessao = requests.Session()
        self.sessao.headers["Authorization"] = "Bearer %s" % token

    @backoff.on_exception(
        backoff.expo,
        (requests.HTTPError, requests.ConnectionError),
        max_tries=6,
        factor=3,
        jitter=None,
    )
    def _get(self, rota, **params):
        r = self.sessao.get(self.url + rota, params=params, timeout=30)
        if r.status_code >= 400:
            log.warning("brick %s %s: %s", r.status_code, rota, r.text)
        r.raise_for_status()
        return r.json()

    def contas(self, consent_id):
        return self._get("/opendata/accounts/v2", consentId=consent_id)["data"]

    def transacoes(self, consent_id, conta_id):
        return self._get(
            "/opendata/accounts/v2/%s/transactions" % conta_id, consentId=consent_id
        )["data"]

    def consentimento(self, consent_id):
        return self._get("/opendata/consents/v1/%s" % consent_id)["data"]
