#!/usr/bin/env python3
"""Extrato diário das contas compartilhadas.  cron: 15 5 * * 1-6

O estado fica num json: {"<consentimento>": {"situacao": ..., "ate": "AAAA-MM-DD"}}
"""
import argparse
import csv
import datetime as dt
import json
import logging
import os
import sys

from brick_http import BrickFalha, nova_sessao, obter

BASE = os.environ.get("BRICK_URL", "https://api.brickbank.example")
TOKEN = os.environ.get("BRICK_TOKEN", "")


def proximo_mes(hoje):
    return (hoje.replace(day=1) + dt.timedelta(days=32)).replace(day=1)


def ler(caminho):
    try:
        with open(caminho, encoding="utf-8") as fh:
            return json.load(fh)
    except FileNotFoundError:
        return {}


def gravar(caminho, estado):
    with open(caminho, "w", encoding="utf-8") as fh:
        json.dump(estado, fh, indent=2)


def extrato(sessao, base, consentimento):
    corpo = obter(sessao, f"{base}/data/accounts/transactions", **{"x-consent-id": consentimento})
    return [dict(t, consentimento=consentimento) for t in corpo["data"].get("transactions", [])]


def rodar(consentimentos, estado, base=None, sessao=None, hoje=None):
    """Devolve (linhas, estado novo). Cada falha fica no estado, com status e código."""
    base = base or BASE
    sessao = sessao or nova_sessao(TOKEN)
    hoje = hoje or dt.date.today()
    linhas, novo = [], dict(estado)
    for consentimento in consentimentos:
        anterior = novo.get(consentimento, {})
        if anterior.get("ate", "") > hoje.isoformat():
            continue
        try:
            linhas += extrato(sessao, base, consentimento)
            novo[consentimento] = {"situacao": "ok"}
        except BrickFalha as falha:
            logging.error("%s: %s", consentimento, falha)
            item = {"situacao": "falha", "status": falha.status, "codigo": falha.codigo, "corpo": falha.corpo}
            if falha.status == 202:
                item["situacao"] = "em processamento"
            elif falha.status == 423:
                item.update(situacao="limite", ate=proximo_mes(hoje).isoformat())
            novo[consentimento] = item
    return linhas, novo


def main(argv=None):
    cli = argparse.ArgumentParser()
    cli.add_argument("consentimentos", nargs="+")
    cli.add_argument("--estado", default="extrato.json")
    cli.add_argument("--csv", default="extrato.csv")
    ns = cli.parse_args(argv)
    linhas, estado = rodar(ns.consentimentos, ler(ns.estado))
    gravar(ns.estado, estado)
    with open(ns.csv, "w", newline="", encoding="utf-8") as fh:
        saida = csv.DictWriter(fh, sorted({c for linha in linhas for c in linha}))
        saida.writeheader()
        saida.writerows(linhas)
    return 0 if all(estado[c]["situacao"] == "ok" for c in ns.consentimentos) else 1


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    sys.exit(main())
