#!/usr/bin/env python
# liga/desliga o auto update das conexoes na klavi conforme a planilha do ERP
# 30 2 * * *  autoupdate.py
import json
import os
import sys
import time
import urllib.error
import urllib.request

KLAVI = "https://api.klavi.ai"
ERP = "https://erp.interno.example"


class Parar(Exception):
    pass


class Job:

    def __init__(self, klavi=KLAVI, erp=ERP, token='', parceiro=''):
        self.klavi = klavi
        self.erp = erp
        self.token = token
        self.parceiro = parceiro
        self.erp_token = None
        self.feitos = []
        self.pedir = []
        self.quebrados = []

    def _http(self, url, corpo, cab):
        cab = dict(cab)
        cab['Content-Type'] = 'application/json'
        req = urllib.request.Request(url, json.dumps(corpo).encode('utf-8'), cab)
        ultimo = None
        for seg in (2, 10, 0):
            try:
                resp = urllib.request.urlopen(req, timeout=30)
                return json.loads(resp.read().decode('utf-8'))
            except urllib.error.HTTPError as e:
                # resposta do servidor, com corpo
                return json.loads(e.read().decode('utf-8'))
            except urllib.error.URLError as e:
                print('sem conexao com %s: %s' % (url, e.reason))
                ultimo = e
                if seg:
                    time.sleep(seg)
        raise ultimo

    # ---------------------------------------------------------------- ERP

    def erp_login(self, code):
        d = self._http(self.erp + '/oauth/token', {'grant_type': 'authorization_code', 'code': code}, {})
        self.erp_token = d['access_token']

    def erp_planilha(self, code):
        if self.erp_token is None:
            self.erp_login(code)
        d = {}
        for i in range(3):
            d = self._http(self.erp + '/planilha', {}, {'Authorization': 'Bearer ' + self.erp_token})
            if d.get('code') in (500, 503, 'LOCKED'):
                time.sleep(5)
                continue
            break
        return [(l['connectionKey'], l['ligado'] == 'S') for l in d['linhas']]

    # -------------------------------------------------------------- KLAVI

    def mudar(self, chave, ligado):
        d = self._http(self.klavi + '/v1/update-user-data',
                       {'connectionKey': chave, 'allowAutoUpdate': ligado},
                       {'Partner-Code': self.parceiro, 'Partner-Token': self.token})
        cod = int(d['code'])
        msg = '%s %s' % (cod, d.get('message'))
        if cod == 200:
            self.feitos.append(chave)
        elif cod == 601:
            # usuario nunca autorizou
            self.pedir.append(chave)
            print('%s: %s' % (chave, msg))
        elif cod == 602 or cod == 708:
            self.quebrados.append((chave, msg))
            print('%s: payload recusado: %s' % (chave, msg))
        elif cod == 429:
            raise Parar('%s: limite de chamadas, o resto fica para a madrugada seguinte (%s)' % (chave, msg))
        elif 700 <= cod < 705:
            raise Parar('configuracao do parceiro: %s' % msg)
        else:
            raise Parar('%s: %s' % (chave, msg))
        return cod

    def rodar(self, linhas):
        for chave, ligado in linhas:
            self.mudar(chave, ligado)
        return {'feitos': self.feitos, 'pedir': self.pedir, 'quebrados': self.quebrados}


if __name__ == '__main__':
    job = Job(token=os.environ['KLAVI_TOKEN'], parceiro=os.environ['KLAVI_PARCEIRO'])
    try:
        r = job.rodar(job.erp_planilha(sys.argv[1]))
    except Parar as e:
        print('ABORTADO: %s' % e)
        sys.exit(2)
    print('%d feitos, %d sem autorizacao' % (len(r['feitos']), len(r['pedir'])))
    sys.exit(1 if r['quebrados'] else 0)
