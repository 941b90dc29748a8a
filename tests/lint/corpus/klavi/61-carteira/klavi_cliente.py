# -*- coding: utf-8 -*-
import logging

import backoff
import requests

logger = logging.getLogger(__name__)

TRANSITORIOS = frozenset(["408", "429", "500", "502", "503", "504"])
SUCESSO = ("200", "201", "202")


class KlaviException(Exception):
    def __init__(self, codigo, mensagem):
        super(KlaviException, self).__init__("Klavi respondeu %s: %s" % (codigo, mensagem))
        self.codigo = codigo
        self.mensagem = mensagem


def _desistir(exc):
    return exc.codigo not in TRANSITORIOS


class ClienteKlavi(object):
    def __init__(self, url, parceiro, token):
        self.url = url
        self.parceiro = parceiro
        self.token = token
        self.sessao = requests.Session()

    @backoff.on_exception(backoff.expo, KlaviException, max_tries=4, giveup=_desistir)
    def relatorio(self, cpf):
        resposta = self.sessao.get(
            self.url + "/data/v1/report",
            params={"cpf": cpf, "partnerCode": self.parceiro, "partnerToken": self.token},
            timeout=40,
        )
        corpo = resposta.json()
        codigo = str(corpo["code"])
        if codigo in SUCESSO:
            return corpo["data"]
        raise KlaviException(codigo, corpo.get("message"))
