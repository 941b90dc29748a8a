# coding: utf-8
"""Extrato diario das contas consentidas no Open Finance (via Brick Bank)."""
import datetime
import json
import os
import sys
import time

import requests

BRICK_URL = os.environ.get("BRICK_URL", "https://api.brick.com.br")
TOKEN = os.environ.get("BRICK_TOKEN", "")
TENTATIVAS = 5
ESPERA = 3


class ExtratoIndisponivel(Exception):
    pass


def cabecalhos(consent_id):
    return {
        "Authorization": "Bearer %s" % TOKEN,
        "consentId": consent_id,
        "Accept": "application/json",
    }


def buscar_extrato(consent_id, conta, dia, base_url=BRICK_URL):
    url = "%s/accounts/v2/accounts/%s/transactions" % (base_url, conta)
    filtro = {"fromBookingDate": dia, "toBookingDate": dia}
    for tentativa in range(TENTATIVAS):
        try:
            resp = requests.get(url, params=filtro, headers=cabecalhos(consent_id), timeout=30)
            resp.raise_for_status()
            return resp.json()["data"]
        except requests.exceptions.RequestException as e:
            print("tentativa %d de %d: %s" % (tentativa + 1, TENTATIVAS, e), file=sys.stderr)
            time.sleep(ESPERA * 2 ** tentativa)
    raise ExtratoIndisponivel("extrato da conta %s indisponivel" % conta)


def gravar(conta, dia, linhas):
    nome = "extrato-%s-%s.json" % (conta, dia)
    with open(nome, "w") as arq:
        json.dump(linhas, arq, indent=1)
    return nome


def main():
    ontem = (datetime.date.today() - datetime.timedelta(days=1)).isoformat()
    falhas = 0
    for linha in sys.stdin:
        consent_id, conta = linha.split()
        try:
            linhas = buscar_extrato(consent_id, conta, ontem)
        except ExtratoIndisponivel as e:
            print(e, file=sys.stderr)
            falhas += 1
            continue
        print(gravar(conta, ontem, linhas), len(linhas))
    return 1 if falhas else 0


if __name__ == "__main__":
    sys.exit(main())
