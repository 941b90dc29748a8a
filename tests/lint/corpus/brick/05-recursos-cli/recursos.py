#!/usr/bin/env python3
"""Lista os recursos de um consentimento: recursos.py --url ... --token ... CONSENT_ID"""
from __future__ import annotations

import argparse
import http.client
import json
import sys
import time
import urllib.parse

from modelos import Problema, Recursos

REPETIR = {
    "ERRO_CHAMADA_API": 240,
    "TIMEOUT_CHAMADA_API": 240,
    "TIMEOUT_FLUXO_REFRESH_TOKEN": 240,
}
DICAS = {
    "CONSENTIMENTO_NAO_AUTORIZADO": "confira o status do consentimento",
    "CONSENTIMENTO_NAO_ENCONTRADO": "confira o id do consentimento",
    "CONSENTIMENTO_REJEITADO": "peça um novo consentimento ao cliente",
    "LIMITE_OPERACIONAL_EXCEDIDO": "aguarde o próximo período de contagem",
    "TOKEN_NAO_AUTORIZADO": "gere outro token",
}


def buscar(url: str, token: str, consent_id: str) -> Recursos | Problema:
    partes = urllib.parse.urlsplit(url)
    classe = http.client.HTTPSConnection if partes.scheme == "https" else http.client.HTTPConnection
    conexao = classe(partes.netloc, timeout=30)
    try:
        conexao.request(
            "GET",
            f"{partes.path}/open-banking/resources/v3/resources",
            headers={"Authorization": f"Bearer {token}", "x-consent-id": consent_id},
        )
        resp = conexao.getresponse()
        corpo = json.loads(resp.read() or b"{}")
    finally:
        conexao.close()
    if resp.status == 200:
        return Recursos(**corpo)
    return Problema(**{**corpo, "status": resp.status})


def listar(url: str, token: str, consent_id: str, vezes: int = 2, dormir=time.sleep) -> Recursos | Problema:
    achado = buscar(url, token, consent_id)
    while isinstance(achado, Problema) and achado.code in REPETIR and vezes:
        vezes -= 1
        dormir(REPETIR[achado.code])
        achado = buscar(url, token, consent_id)
    return achado


def main(argv: list[str] | None = None) -> int:
    p = argparse.ArgumentParser()
    p.add_argument("--url", required=True)
    p.add_argument("--token", required=True)
    p.add_argument("consent_id")
    args = p.parse_args(argv)
    achado = listar(args.url, args.token, args.consent_id)
    if isinstance(achado, Problema):
        print(achado.linha(), file=sys.stderr)
        if dica := DICAS.get(achado.code):
            print("->", dica, file=sys.stderr)
        return 1
    for recurso in achado.data:
        print(recurso.resourceId, recurso.type, recurso.status, sep="\t")
    return 0


if __name__ == "__main__":
    sys.exit(main())
