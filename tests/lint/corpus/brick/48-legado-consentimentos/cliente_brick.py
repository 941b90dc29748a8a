# -*- coding: utf-8 -*-
# Cliente do Brick Bank - consentimentos de dados
# 2014-2024, equipe de integracoes
import logging
import time

import requests

log = logging.getLogger('brick')

ESPERA_BASE = 3
MAX_TENTATIVAS = 9


class ErroBrick(Exception):
    pass


class ConsentimentoRecusado(ErroBrick):
    def __init__(self, codigo, titulo, detalhe):
        ErroBrick.__init__(self, '%s - %s: %s' % (codigo, titulo, detalhe))
        self.codigo = codigo
        self.titulo = titulo
        self.detalhe = detalhe


class ClienteBrick(object):

    RECUSAS = (
        'DADOS_INVALIDOS', 'CPF_INVALIDO', 'DATA_DE_EXPIRACAO_INVALIDA',
        'PERMISSAO_PF_PJ_EM_CONJUNTO', 'PERMISSOES_INVALIDAS', 'CONSENTIMENTO_INVALIDO',
        'INSTITUICAO_NAO_ENCONTRADA', 'DATA_EXPIRACAO_INVALIDA', 'DATA_INVALIDA',
        'PARAMETRO_NAO_INFORMADO', 'PARAMETRO_INVALIDO',
    )

    def __init__(self, base_url, client_id, client_secret):
        self.base_url = base_url.rstrip('/')
        self.client_id = client_id
        self.client_secret = client_secret
        self.token = None

    def _autentica(self):
        resp = requests.post('%s/oauth/token' % self.base_url, timeout=30, data={
            'grant_type': 'client_credentials',
            'client_id': self.client_id,
            'client_secret': self.client_secret,
        })
        self.token = resp.json().get('access_token', '')

    def _envia(self, metodo, caminho, dados=None):
        cab = {'Authorization': 'Bearer %s' % self.token, 'Accept': 'application/json'}
        return requests.request(metodo, '%s%s' % (self.base_url, caminho), json=dados, headers=cab, timeout=30)

    @staticmethod
    def _corpo(resp):
        try:
            return resp.json()
        except ValueError:
            return {}

    def _chama(self, metodo, caminho, dados=None):
        if self.token is None:
            self._autentica()
        espera = ESPERA_BASE
        tentativa = 0
        renovou = False
        while True:
            resp = self._envia(metodo, caminho, dados)
            if resp.status_code in (200, 201):
                return resp.json()
            corpo = self._corpo(resp)
            codigo = corpo.get('code')

            if 500 <= resp.status_code <= 505 and tentativa < MAX_TENTATIVAS:
                tentativa += 1
                log.warning('%s %s respondeu %d, nova tentativa em %ds', metodo, caminho, resp.status_code, espera)
                time.sleep(espera)
                espera = espera * 2
                continue

            if resp.status_code == 401 and codigo == 'TOKEN_EXPIRADO' and not renovou:
                renovou = True
                self._autentica()
                continue

            if codigo in self.RECUSAS:
                raise ConsentimentoRecusado(codigo, corpo.get('title'), corpo.get('detail'))

            raise ErroBrick('falha na chamada %s %s (HTTP %d)' % (metodo, caminho, resp.status_code))

    def cria_consentimento(self, cpf, marca, permissoes, validade):
        dados = {'data': {
            'loggedUser': {'document': {'identification': cpf, 'rel': 'CPF'}},
            'brandId': marca,
            'permissions': list(permissoes),
            'expirationDateTime': validade.strftime('%Y-%m-%dT%H:%M:%SZ'),
        }}
        return self._chama('POST', '/consents/v3/consents', dados)

    def consulta_consentimento(self, consent_id):
        return self._chama('GET', '/consents/v3/consents/%s' % consent_id)
