#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Baixa os recursos (contas, cartoes) dos consentimentos. Rodar manualmente.

uso: recursos.py host token consent_id [consent_id...]
"""
from __future__ import print_function

import http.client
import json
import sys
import time

PAGINA = 25
INTERVALOS = (3, 6, 12, 24, 48)


class Falha(Exception):
    def __init__(self, status, corpo):
        self.status = status
        self.corpo = corpo
        # tres formatos possiveis: padrao, token e gateway
        self.codigo = corpo.get("code") or corpo.get("error") or "HTTP_%d" % status
        texto = corpo.get("detail") or corpo.get("error_description") or corpo.get("message")
        Exception.__init__(self, "%s: %s" % (self.codigo, texto))

    def passageira(self):
        return self.status // 10 == 50


class Brick(object):
    def __init__(self, host, token, conexao=http.client.HTTPSConnection):
        self.host = host
        self.conexao = conexao
        self.cab = {"Authorization": "Bearer %s" % token, "Accept": "application/json"}

    def _ler(self, caminho):
        con = self.conexao(self.host, timeout=40)
        try:
            con.request("GET", caminho, headers=self.cab)
            resp = con.getresponse()
            cru = resp.read().decode("utf-8")
        finally:
            con.close()
        try:
            doc = json.loads(cru) if cru else {}
        except ValueError:
            doc = {"message": cru[:200]}
        if resp.status != 200:
            raise Falha(resp.status, doc)
        return doc

    def ler(self, caminho):
        espera = iter(INTERVALOS)
        while 1:
            try:
                return self._ler(caminho)
            except Falha as f:
                if not f.passageira():
                    raise
                segundos = next(espera, None)
                if segundos is None:
                    raise
                time.sleep(segundos)

    def recursos(self, consent_id):
        pagina = 1
        while True:
            doc = self.ler("/opendata/resources/v2?consentId=%s&page=%d&page-size=%d"
                           % (consent_id, pagina, PAGINA))
            for item in doc["data"]:
                yield item
            if pagina >= doc.get("meta", {}).get("totalPages", 1):
                return
            pagina += 1


def main(argv):
    brick = Brick(argv[1], argv[2])
    saida = 0
    for consent_id in argv[3:]:
        try:
            lista = list(brick.recursos(consent_id))
        except Falha as f:
            saida = 1
            print("%s\tERRO\t%d\t%s" % (consent_id, f.status, f), file=sys.stderr)
            if f.codigo in ("LIMITE_OPERACIONAL_EXCEDIDO", "invalid_token", "TOKEN_NAO_AUTORIZADO"):
                # vale para os demais tambem
                break
            continue
        print("%s\t%s" % (consent_id, json.dumps(lista)))
    return saida


if __name__ == "__main__":
    sys.exit(main(sys.argv))
