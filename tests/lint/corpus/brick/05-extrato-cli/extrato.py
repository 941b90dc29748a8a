#!/usr/bin/env python
# -*- coding: utf-8 -*-
"""Baixa o saldo de uma conta pelo Brick Bank e imprime em CSV.

uso: extrato.py CONTA > saldo.csv
"""
import csv
import http.client
import json
import os
import sys
import time
from urllib.parse import urlsplit

BASE = os.environ.get('BRICK_BASE', 'https://api.brickbank.com.br')
TENTATIVAS = 10


class ErroBrick(Exception):
    saida = 1

    def __init__(self, status, corpo):
        self.status = status
        self.code = corpo.get('code') or corpo.get('error') or ''
        self.detail = corpo.get('detail') or corpo.get('error_description') or corpo.get('message') or ''
        Exception.__init__(self, '%d %s - %s' % (status, self.code, self.detail))


class PedidoRecusado(ErroBrick):
    saida = 2


class LimiteDoMes(ErroBrick):
    saida = 3


class ServidorFora(ErroBrick):
    saida = 4


def classificar(status, corpo):
    if 400 <= status < 500:
        return PedidoRecusado(status, corpo)
    elif status == 423:
        return LimiteDoMes(status, corpo)
    elif status >= 500:
        return ServidorFora(status, corpo)
    return ErroBrick(status, corpo)


class Extrato(object):

    def __init__(self, token, base=BASE):
        partes = urlsplit(base)
        self.classe = http.client.HTTPSConnection if partes.scheme == 'https' else http.client.HTTPConnection
        self.host = partes.netloc
        self.token = token

    def _pedir(self, caminho):
        conexao = self.classe(self.host, timeout=30)
        try:
            conexao.request('GET', caminho, headers={'Authorization': 'Bearer %s' % self.token})
            resposta = conexao.getresponse()
            texto = resposta.read().decode('utf-8', 'replace')
        finally:
            conexao.close()
        try:
            corpo = json.loads(texto)
        except ValueError:
            corpo = {}
        return resposta.status, corpo

    def saldo(self, conta):
        caminho = '/open-banking/accounts/v2/accounts/%s/balances' % conta
        for n in range(TENTATIVAS + 1):
            status, corpo = self._pedir(caminho)
            if status == 200:
                return corpo['data']
            erro = classificar(status, corpo)
            if not isinstance(erro, ServidorFora) or n == TENTATIVAS:
                raise erro
            time.sleep(3 * 2 ** min(n, 4))


def main(argv):
    try:
        dados = Extrato(os.environ['BRICK_TOKEN']).saldo(argv[1])
    except LimiteDoMes as e:
        sys.stderr.write('cota do mês esgotada, tente no próximo período: %s\n' % e)
        return e.saida
    except ErroBrick as e:
        sys.stderr.write('erro: %s\n' % e)
        return e.saida
    csv.writer(sys.stdout).writerow([argv[1], dados['availableAmount']['amount']])
    return 0


if __name__ == '__main__':
    sys.exit(main(sys.argv))
