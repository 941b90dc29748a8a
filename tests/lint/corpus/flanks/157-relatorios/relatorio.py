# -*- coding: utf-8 -*-
"""Gera o relatório trimestral (csv) de cada cliente.

uso: python relatorio.py clientes.csv saida/
"""
import csv
import logging
import os
import sys

from flanks_api import FlanksErro, api

log = logging.getLogger("relatorio")
CACHE = {}


def _em_cache(funcao):
    def interna(token):
        chave = (funcao.__name__, token)
        if chave not in CACHE:
            CACHE[chave] = funcao(token)
        return CACHE[chave]
    return interna


@_em_cache
def carteira(token):
    return api().investimentos(token)


@_em_cache
def dividas(token):
    try:
        return api().passivos(token)
    except FlanksErro:
        return []


def patrimonio(token):
    ativos = sum(i.get("balance") or 0 for i in carteira(token))
    passivos = sum(p.get("balance") or 0 for p in dividas(token))
    return ativos, passivos, ativos - passivos


def _formata(valor):
    return ("%.2f" % valor).replace(".", ",")


def main(entrada, saida):
    falhas = 0
    with open(entrada) as arq:
        for linha in csv.DictReader(arq):
            try:
                valores = patrimonio(linha["token"])
            except FlanksErro as exc:
                falhas += 1
                log.error("cliente %s sem relatório: %s", linha["cliente"], exc)
                continue
            destino = os.path.join(saida, linha["cliente"] + ".csv")
            with open(destino, "w") as out:
                csv.writer(out, delimiter=";").writerow([_formata(v) for v in valores])
    return 1 if falhas else 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    sys.exit(main(*sys.argv[1:3]))
