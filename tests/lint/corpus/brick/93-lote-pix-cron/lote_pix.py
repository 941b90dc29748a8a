#!/usr/bin/env python3
# -*- coding: utf-8 -*-
"""Lote de Pix do financeiro (Brick Bank). Cron: 0 6 * * 1-5

uso: lote_pix.py pagamentos.csv
"""
import csv
import json
import os
import sys
import time
import urllib.error
import urllib.request

BASE = os.environ.get("BRICK_URL", "https://api.brickbank.com.br")
TOKEN = os.environ.get("BRICK_TOKEN", "")

MAX_TENTATIVAS = 12

# o titular precisa autorizar de novo
SEM_CONSENTIMENTO = (
    "CONSENTIMENTO_INVALIDO",
    "CONSENTIMENTO_NAO_AUTORIZADO",
    "CONSENTIMENTO_NAO_ENCONTRADO",
    "CONSENTIMENTO_EM_STATUS_REJEITADO",
)
# limite que o proprio cliente definiu, volta no periodo seguinte
LIMITE_DO_PERIODO = (
    "LIMITE_PERIODO_VALOR_EXCEDIDO",
    "LIMITE_PERIODO_QUANTIDADE_EXCEDIDA",
    "LIMITE_OPERACIONAL_EXCEDIDO",
)
# a outra instituicao nao respondeu: fica para a rodada de amanha
OUTRA_INSTITUICAO = ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API")


class Recusado(Exception):
    def __init__(self, status, doc):
        self.status = status
        self.codigo = doc.get("code") or doc.get("error") or ""
        self.titulo = doc.get("title") or doc.get("error_description") or doc.get("message") or ""
        Exception.__init__(self, "%s %s %s" % (status, self.codigo, self.titulo))


class Lote(object):

    def __init__(self, base=BASE, token=TOKEN):
        self.base = base
        self.token = token
        self.pagos = []
        self.processando = []
        self.proximo_periodo = []
        self.amanha = []
        self.reautorizar = []
        self.erros = []

    def post(self, caminho, corpo, chave):
        req = urllib.request.Request(self.base + caminho, data=json.dumps(corpo).encode("utf-8"), method="POST")
        req.add_header("Authorization", "Bearer " + self.token)
        req.add_header("Content-Type", "application/json")
        req.add_header("x-idempotency-key", chave)
        try:
            resp = urllib.request.urlopen(req, timeout=60)
            return resp.getcode(), json.loads(resp.read().decode("utf-8") or "{}")
        except urllib.error.HTTPError as e:
            try:
                return e.code, json.loads(e.read().decode("utf-8"))
            except ValueError:
                return e.code, {}

    def pagar(self, linha):
        corpo = {
            "data": {
                "consentId": linha["consent_id"],
                "payment": {"amount": linha["valor"], "currency": "BRL"},
                "creditorAccount": {"key": linha["chave"]},
            }
        }
        espera = 3
        n = 0
        while True:
            status, doc = self.post("/payments/v1/pix", corpo, linha["id"])
            if status // 10 == 50 and n < MAX_TENTATIVAS:
                n += 1
                print("tentativa %d/%d: HTTP %d, aguardando %ds" % (n, MAX_TENTATIVAS, status, espera))
                time.sleep(espera)
                espera = min(espera * 2, 120)
                continue
            break

        if status in (200, 201):
            self.pagos.append(linha["id"])
            return doc
        if status == 202:
            self.processando.append(linha["id"])
            return doc

        erro = Recusado(status, doc)
        if erro.codigo in LIMITE_DO_PERIODO:
            self.proximo_periodo.append((linha["id"], erro.codigo))
        elif erro.codigo in SEM_CONSENTIMENTO:
            self.reautorizar.append((linha["id"], erro.codigo))
        elif erro.codigo in OUTRA_INSTITUICAO:
            self.amanha.append((linha["id"], erro.codigo))
        else:
            self.erros.append((linha["id"], str(erro)))
        raise erro

    def rodar(self, arquivo):
        with open(arquivo) as f:
            for linha in csv.DictReader(f, delimiter=";"):
                try:
                    self.pagar(linha)
                    print("OK  %s" % linha["id"])
                except Recusado as e:
                    print("NOK %s: %s" % (linha["id"], e))
        print("pagos=%d processando=%d" % (len(self.pagos), len(self.processando)))
        for nome in ("proximo_periodo", "amanha", "reautorizar", "erros"):
            for item in getattr(self, nome):
                print("%s;%s;%s" % (nome, item[0], item[1]))


if __name__ == "__main__":
    lote = Lote()
    lote.rodar(sys.argv[1])
    sys.exit(1 if lote.erros else 0)
