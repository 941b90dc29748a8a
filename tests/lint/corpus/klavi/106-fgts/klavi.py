# -*- coding: utf-8 -*-
import functools
import logging
import os
import time

import requests

logger = logging.getLogger("fgts.klavi")

KLAVI_API = os.environ.get("KLAVI_API", "https://api.klavi.ai")
ESPERA_CADASTRO = 30
ESPERA_SERVIDOR = 5


class KlaviErro(Exception):
    espera = None

    def __init__(self, codigo, mensagem):
        super(KlaviErro, self).__init__("%s - %s" % (codigo, mensagem))
        self.codigo = codigo
        self.mensagem = mensagem

    @classmethod
    def from_response(cls, corpo):
        codigo = int(corpo.get("code") or 0)
        mensagem = corpo.get("message", "")
        if codigo == 415:
            return CadastroEmAndamento(codigo, mensagem)
        if 500 <= codigo < 600:
            return ServidorErro(codigo, mensagem)
        return cls(codigo, mensagem)


class CadastroEmAndamento(KlaviErro):
    espera = ESPERA_CADASTRO


class ServidorErro(KlaviErro):
    espera = ESPERA_SERVIDOR


def com_repeticao(vezes=3):
    def decorador(metodo):
        @functools.wraps(metodo)
        def interna(self, *args, **kwargs):
            tentativa = 1
            while tentativa <= vezes:
                try:
                    return metodo(self, *args, **kwargs)
                except KlaviErro as erro:
                    if erro.espera is None or tentativa == vezes:
                        raise
                    logger.warning("klavi %s (tentativa %d de %d)", erro, tentativa, vezes)
                    time.sleep(erro.espera)
                tentativa += 1
        return interna
    return decorador


class BaseApi(object):
    def __init__(self, parceiro, token, base_url=KLAVI_API):
        self.base_url = base_url
        self.sessao = requests.Session()
        self.sessao.headers.update({"Partner-Code": parceiro, "Partner-Token": token})

    @com_repeticao(vezes=4)
    def _request(self, caminho, params=None, timeout=30):
        corpo = self.sessao.get(self.base_url + caminho, params=params, timeout=timeout).json()
        if 200 <= int(corpo.get("code") or 0) < 300:
            return corpo.get("data")
        raise KlaviErro.from_response(corpo)


class Fgts(BaseApi):
    def extrato(self, link):
        dados = self._request("/fgts/v1/statement", {"link": link})
        return [self._linha(c) for c in (dados or {}).get("accounts", [])]

    def saldo_total(self, link):
        return sum(c["saldo"] for c in self.extrato(link))

    def _linha(self, conta):
        return {"empresa": conta.get("employer"), "saldo": float(conta.get("balance") or 0)}
