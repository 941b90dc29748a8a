#!/usr/bin/env python3
"""Baixa o extrato das contas compartilhadas e grava um CSV por conta.

Uso (crontab, todo dia as 5h):
    python extrato.py --contas contas.csv --saida /dados/extratos

contas.csv: account_id,consent_id
Codigo de saida: 0 tudo certo, 1 alguma conta falhou, 2 parou no meio (token ou limite)
"""
import argparse
import csv
import os
import sys
import time

import requests

URL = os.environ.get("BRICK_URL", "https://api.brickbank.example")
TOKEN = os.environ.get("BRICK_TOKEN", "")

# espera recomendada pela Brick entre as tentativas (erros 50x e 429)
ESPERAS = [3, 6, 12, 24, 48]
TENTA_DE_NOVO = [429, 500, 501, 502, 503, 504, 505]

# nao adianta continuar com as outras contas
PARA_TUDO = ["TOKEN_NAO_AUTORIZADO", "TOKEN_INATIVO", "invalid_token", "LIMITE_OPERACIONAL_EXCEDIDO"]

resultado = {"ok": [], "falhou": {}}


class ParaTudo(Exception):
    pass


def le_json(resposta):
    try:
        return resposta.json()
    except ValueError:
        return {}


def pega_pagina(conta, consentimento, pagina):
    """Devolve (status, corpo) depois de no maximo 5 novas tentativas."""
    vez = 0
    while True:
        resposta = requests.get(
            URL + "/data/accounts/" + conta + "/transactions",
            params={"page": pagina},
            headers={"Authorization": "Bearer " + TOKEN, "x-consent-id": consentimento},
            timeout=40,
            allow_redirects=False,
        )
        if resposta.status_code in TENTA_DE_NOVO and vez < len(ESPERAS):
            print("  status %d, espero %ds" % (resposta.status_code, ESPERAS[vez]))
            time.sleep(ESPERAS[vez])
            vez += 1
            continue
        return resposta.status_code, le_json(resposta)


def baixa_conta(conta, consentimento):
    """Lista de lancamentos, ou None se deu erro (o motivo fica em resultado)."""
    lancamentos = []
    pagina = 1
    while True:
        status, corpo = pega_pagina(conta, consentimento, pagina)
        if status != 200:
            codigo = corpo.get("code") or corpo.get("error") or ""
            resultado["falhou"][conta] = (status, codigo)
            print("  ERRO %s: %s %s %s" % (conta, status, codigo, corpo.get("title") or corpo.get("message") or ""))
            if codigo in PARA_TUDO:
                raise ParaTudo(codigo)
            return None
        lancamentos.extend(corpo["data"])
        if pagina >= corpo.get("meta", {}).get("totalPages", 1):
            break
        pagina += 1
    resultado["ok"].append(conta)
    return lancamentos


def grava(pasta, conta, lancamentos):
    # grava num temporario e troca no fim, o financeiro le a pasta o tempo todo
    destino = os.path.join(pasta, conta + ".csv")
    with open(destino + ".tmp", "w", newline="") as arq:
        saida = csv.writer(arq, delimiter=";")
        saida.writerow(["data", "descricao", "valor"])
        for item in lancamentos:
            saida.writerow([item.get("date"), item.get("name"), item.get("amount")])
    os.replace(destino + ".tmp", destino)


def processa(linhas, pasta):
    try:
        for conta, consentimento in linhas:
            print("conta", conta)
            lancamentos = baixa_conta(conta, consentimento)
            if lancamentos is not None and pasta:
                grava(pasta, conta, lancamentos)
    except ParaTudo as motivo:
        print("parei:", motivo)
        return 2
    return 1 if resultado["falhou"] else 0


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--contas", required=True)
    p.add_argument("--saida", required=True)
    args = p.parse_args()
    with open(args.contas, newline="") as arq:
        linhas = [(l["account_id"], l["consent_id"]) for l in csv.DictReader(arq)]
    codigo = processa(linhas, args.saida)
    print("ok: %d, falharam: %d" % (len(resultado["ok"]), len(resultado["falhou"])))
    for conta, (status, erro) in sorted(resultado["falhou"].items()):
        print("%s;%s;%s" % (conta, status, erro))
    sys.exit(codigo)


if __name__ == "__main__":
    main()
