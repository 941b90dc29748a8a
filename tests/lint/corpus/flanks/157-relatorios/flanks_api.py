# -*- coding: utf-8 -*-
"""Acesso à Flanks para os relatórios trimestrais."""
import logging
import os

import backoff
import requests

log = logging.getLogger(__name__)

FLANKS = os.environ.get("FLANKS_API", "https://api.flanks.io")
MAX_TENTATIVAS = 4


class FlanksErro(Exception):
    def __init__(self, status, codigo, texto):
        Exception.__init__(self, "flanks %s (%s): %s" % (status, codigo, texto))
        self.status = status
        self.codigo = codigo
        self.texto = texto

    @classmethod
    def from_response(cls, resp):
        try:
            corpo = resp.json()
        except ValueError:
            corpo = {}
        return cls(resp.status_code, corpo.get("error_code"), corpo.get("error", resp.reason))


def _desistir(exc):
    # 2xxxx e 4xxxx não mudam em segundos; 5xxxx vem do lado do banco
    return exc.codigo is None or exc.codigo < 50000


class FlanksApi(object):
    def __init__(self, token, base_url=FLANKS, sessao=None):
        self.base_url = base_url
        self.sessao = sessao or requests.Session()
        self.sessao.headers.update({"Authorization": "Bearer " + token, "Content-Type": "application/json"})

    @backoff.on_exception(backoff.expo, FlanksErro, max_tries=MAX_TENTATIVAS, giveup=_desistir, logger=log)
    @backoff.on_exception(backoff.constant, requests.ConnectionError, interval=2, max_tries=3)
    def _request(self, caminho, **corpo):
        timeout = corpo.pop("_timeout", 60)
        resp = self.sessao.post(self.base_url + caminho, json=corpo, timeout=timeout)
        if resp.status_code != 200:
            raise FlanksErro.from_response(resp)
        return resp.json()

    def investimentos(self, credentials_token):
        return self._request("/v0/bank/credentials/investment", credentials_token=credentials_token)

    def contas(self, credentials_token):
        return self._request("/v0/bank/credentials/account", credentials_token=credentials_token)

    def passivos(self, credentials_token):
        return self._request("/v0/bank/credentials/liability", credentials_token=credentials_token, _timeout=120)


_api = None


def api():
    global _api
    if _api is None:
        _api = FlanksApi(os.environ["FLANKS_TOKEN"])
    return _api
