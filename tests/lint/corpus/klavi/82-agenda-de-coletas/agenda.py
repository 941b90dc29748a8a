# -*- coding: utf-8 -*-
"""Agenda de coletas em sqlite. O cron chama `python agenda.py coletas.db` a cada dez minutos."""
import json
import logging
import os
import sqlite3
import sys
import time

from erros import FalhaKlavi
from klavi import Klavi

log = logging.getLogger("agenda")

MINUTO = 60
DIA = 24 * 60 * MINUTO

REAGENDA = {
    414: DIA,
    415: 30 * MINUTO,
}
PARA_TUDO = 429

ESQUEMA = """
create table if not exists coleta (
    cpf text primary key,
    situacao text not null default 'agendada',
    codigo integer,
    mensagem text,
    proxima real not null default 0,
    dados text
)
"""


def abrir(caminho):
    banco = sqlite3.connect(caminho)
    banco.execute(ESQUEMA)
    return banco


def vencidas(banco, agora):
    cursor = banco.execute(
        "select cpf from coleta where situacao = 'agendada' and proxima <= ? order by proxima", (agora,))
    return [linha[0] for linha in cursor]


def rodar(banco, klavi, relogio=time.time):
    for cpf in vencidas(banco, relogio()):
        try:
            situacao, dados = klavi.coletar(cpf)
        except FalhaKlavi as falha:
            if falha.codigo == PARA_TUDO:
                log.warning("limite de chamadas, o resto fica para a próxima rodada")
                break
            _registrar_falha(banco, cpf, falha, relogio())
        else:
            banco.execute(
                "update coleta set situacao = ?, dados = ?, codigo = null, mensagem = null where cpf = ?",
                (situacao, json.dumps(dados), cpf))
        banco.commit()


def _registrar_falha(banco, cpf, falha, agora):
    log.error("%s: %s", cpf, falha)
    if falha.codigo in REAGENDA:
        banco.execute(
            "update coleta set codigo = ?, mensagem = ?, proxima = ? where cpf = ?",
            (falha.codigo, falha.mensagem, agora + REAGENDA[falha.codigo], cpf))
    else:
        # sai da fila; o painel mostra o código e o atendimento fala com o cliente
        banco.execute(
            "update coleta set situacao = 'falhou', codigo = ?, mensagem = ? where cpf = ?",
            (falha.codigo, falha.mensagem, cpf))


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    rodar(abrir(sys.argv[1]), Klavi(os.environ["KLAVI_CODIGO"], os.environ["KLAVI_TOKEN"]))
