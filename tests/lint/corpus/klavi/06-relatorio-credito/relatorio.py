# coding: utf-8
"""Relatório de crédito: consulta a Klavi e monta o PDF da mesa de análise."""

import json

import urllib3

KLAVI = 'https://api.klavi.ai'

http = urllib3.PoolManager(timeout=45.0, retries=False)


class FalhaKlavi(Exception):
    pass


class SenhaErrada(FalhaKlavi):
    pass


class TokenErrado(FalhaKlavi):
    pass


class Relatorio(object):
    completo = True

    def __init__(self, cpf, contas):
        self.cpf = cpf
        self.contas = contas
        self.avisos = []

    def linhas(self):
        yield 'CPF %s' % self.cpf
        for aviso in self.avisos:
            yield 'ATENCAO: %s' % aviso
        for conta in self.contas:
            yield '%-20s %12.2f' % (conta['institution'], float(conta['balance']))


def _post(base, caminho, dados, chave):
    r = http.request(
        'POST', base + caminho,
        body=json.dumps(dados).encode('utf-8'),
        headers={'Content-Type': 'application/json', 'Authorization': 'Bearer %s' % chave},
    )
    return json.loads(r.data.decode('utf-8'))


def verifica(corpo):
    codigo = int(corpo['code'])
    if codigo in (200, 201, 202, 203):
        return codigo
    texto = corpo.get('message', '').lower()
    if 'password' in texto:
        raise SenhaErrada('senha recusada pelo banco')
    if 'mfa' in texto or 'token' in texto:
        raise TokenErrado('token recusado pelo banco')
    raise FalhaKlavi('nao foi possivel consultar a Klavi')


class MesaDeCredito(object):

    AVISOS = {
        201: 'o cliente precisa dar uma autorizacao extra',
        202: 'faltam transacoes na origem',
        203: 'relatorio sem CPF',
    }

    def __init__(self, chave, base=KLAVI):
        self.chave = chave
        self.base = base

    def consultar(self, cpf, banco, senha, token=None):
        dados = {'cpf': cpf, 'bank': banco, 'password': senha}
        if token:
            dados['token'] = token
        corpo = _post(self.base, '/credit/v1/report', dados, self.chave)
        codigo = verifica(corpo)
        relatorio = Relatorio(cpf, corpo['data'])
        if codigo != 200:
            relatorio.completo = False
            relatorio.avisos.append(self.AVISOS[codigo])
        return relatorio
