# -*- coding: utf-8 -*-
import argparse
import json
import logging
import os
import time
from datetime import datetime, timedelta

from brick import Brick, FalhaBrick
from fila import Fila

log = logging.getLogger("coletor")

ALGUNS_MINUTOS = timedelta(minutes=5)
OUTRA_INSTITUICAO = ("ERRO_CHAMADA_API", "TIMEOUT_CHAMADA_API")
LIMITE_OUTRA_INSTITUICAO = 3
LIMITE_SERVIDOR = 5


def proximo_mes(agora):
    if agora.month == 12:
        return datetime(agora.year + 1, 1, 1)
    return datetime(agora.year, agora.month + 1, 1)


def tratar(fila, item, falha, agora):
    if falha.codigo == "LIMITE_OPERACIONAL_EXCEDIDO":
        fila.reiniciar(item, proximo_mes(agora), falha)
    elif falha.codigo in OUTRA_INSTITUICAO and item.tentativas < LIMITE_OUTRA_INSTITUICAO:
        fila.adiar(item, agora + ALGUNS_MINUTOS, falha)
    elif falha.codigo in OUTRA_INSTITUICAO:
        fila.encerrar(item, "ABRIR_CHAMADO", falha)
    elif falha.codigo == "ERRO_NO_FLUXO_OIDC":
        fila.encerrar(item, "ABRIR_CHAMADO", falha)
    elif 500 <= falha.status <= 509 and item.tentativas < LIMITE_SERVIDOR:
        fila.adiar(item, agora + timedelta(seconds=3 * 2 ** item.tentativas), falha)
    elif falha.codigo in ("CONSENTIMENTO_EM_STATUS_REJEITADO", "CONSENTIMENTO_NAO_AUTORIZADO"):
        fila.encerrar(item, "SEM_CONSENTIMENTO", falha)
    else:
        fila.encerrar(item, "FALHOU", falha)


def passada(fila, brick, destino):
    for item in fila.proximos(datetime.now()):
        try:
            dados = brick.recurso(item.consentimento, item.recurso)
        except FalhaBrick as falha:
            log.warning("%s/%s: %s", item.consentimento, item.recurso, falha)
            tratar(fila, item, falha, datetime.now())
        else:
            nome = "%s-%s.json" % (item.consentimento.replace(":", "_"), item.recurso)
            with open(os.path.join(destino, nome), "w") as arquivo:
                json.dump(dados, arquivo)
            fila.encerrar(item, "COLETADO")


def main():
    parser = argparse.ArgumentParser(description="Coleta de dados do Open Finance")
    parser.add_argument("--fila", default="coleta.db")
    parser.add_argument("--destino", default=".")
    opcoes = parser.parse_args()
    logging.basicConfig(level=logging.INFO)
    fila = Fila(opcoes.fila)
    brick = Brick(os.environ["BRICK_URL"], os.environ["BRICK_TOKEN"])
    while True:
        passada(fila, brick, opcoes.destino)
        time.sleep(1)


if __name__ == "__main__":
    main()
