# -*- coding: utf-8 -*-
"""Baixa o extrato de todos os consentimentos durante a noite.

Uso: extrato.py ARQUIVO_DE_CONSENTIMENTOS
"""
import http.client
import json
import logging
import os
import sys
import time
import urllib.parse

log = logging.getLogger('extrato')

REPETIR = (408, 429, 500, 502, 503, 504)
TENTATIVAS = 8
BASE = 3


class ErroExtrato(Exception):

    def __init__(self, status, codigo, detalhe):
        Exception.__init__(self, '%s %s: %s' % (status, codigo, detalhe))
        self.status = status
        self.codigo = codigo
        self.detalhe = detalhe


class Extrato(object):

    def __init__(self, url, token):
        partes = urllib.parse.urlsplit(url)
        classe = http.client.HTTPSConnection if partes.scheme == 'https' else http.client.HTTPConnection
        self._abrir = lambda: classe(partes.netloc, timeout=60)
        self._token = token

    def _pedir(self, caminho):
        conexao = self._abrir()
        try:
            conexao.request('GET', caminho, headers={'Authorization': 'Bearer %s' % self._token})
            resposta = conexao.getresponse()
            texto = resposta.read().decode('utf-8')
        finally:
            conexao.close()
        try:
            corpo = json.loads(texto)
        except ValueError:
            corpo = {'message': texto[:200]}
        return resposta.status, corpo

    def _pedir_com_calma(self, caminho):
        for n in range(TENTATIVAS + 1):
            status, corpo = self._pedir(caminho)
            if status == 200:
                return corpo
            if status not in REPETIR or n == TENTATIVAS:
                break
            pausa = BASE * 2 ** n
            log.warning('%s: HTTP %s, pausa de %ds', caminho, status, pausa)
            time.sleep(pausa)
        raise ErroExtrato(status, corpo.get('code') or corpo.get('error') or '',
                          corpo.get('detail') or corpo.get('error_description') or corpo.get('message'))

    def transacoes(self, conta):
        return self._pedir_com_calma('/open-banking/accounts/v2/accounts/%s/transactions' % conta)['data']


def principal(argv):
    logging.basicConfig(level=logging.INFO)
    cliente = Extrato(os.environ['BRICK_URL'], os.environ['BRICK_TOKEN'])
    falhas = 0
    with open(argv[1]) as arquivo:
        for conta in (linha.strip() for linha in arquivo):
            try:
                print(json.dumps({'conta': conta, 'transacoes': cliente.transacoes(conta)}))
            except ErroExtrato as erro:
                falhas += 1
                log.error('%s: %s', conta, erro)
    return 1 if falhas else 0


if __name__ == '__main__':
    sys.exit(principal(sys.argv))
