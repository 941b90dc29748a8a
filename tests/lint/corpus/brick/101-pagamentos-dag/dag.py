"""Tarefas no estilo do orquestrador: funções puras, contexto num dict, ordem numa lista."""
from __future__ import annotations

import csv
import datetime as dt
import logging
import sqlite3
from typing import Any, Callable

from brick_api import BrickError, BrickPagamentos, OutraInstituicao

log = logging.getLogger("dag")

Contexto = dict[str, Any]
TAREFAS: list[Callable[[Contexto], None]] = []


def tarefa(fn: Callable[[Contexto], None]) -> Callable[[Contexto], None]:
    TAREFAS.append(fn)
    return fn


@tarefa
def ler_fila(ctx: Contexto) -> None:
    with open(ctx["arquivo"], newline="") as fh:
        ctx["fila"] = list(csv.DictReader(fh))


@tarefa
def pagar(ctx: Contexto) -> None:
    api: BrickPagamentos = ctx["api"]
    ctx["linhas"] = []
    for item in ctx["fila"]:
        corpo = {"payment": {"amount": item["valor"], "currency": "BRL"}, "consentId": item["consentimento"]}
        try:
            feito = api.iniciar(corpo, item["chave"])
        except OutraInstituicao as exc:
            quando = dt.datetime.now() + dt.timedelta(minutes=5)
            linha = (item["chave"], "reagendar", exc.code, quando.isoformat(timespec="minutes"))
        except BrickError as exc:
            linha = (item["chave"], "recusado", exc.code or str(exc.status), exc.detail)
        else:
            linha = (item["chave"], feito["status"], "", feito["paymentId"])
        ctx["linhas"].append(linha)


@tarefa
def gravar(ctx: Contexto) -> None:
    with sqlite3.connect(ctx["banco"]) as db:
        db.execute("CREATE TABLE IF NOT EXISTS pagamentos (chave TEXT, situacao TEXT, codigo TEXT, info TEXT)")
        db.executemany("INSERT INTO pagamentos VALUES (?, ?, ?, ?)", ctx["linhas"])


def rodar(ctx: Contexto) -> Contexto:
    for t in TAREFAS:
        log.info("tarefa %s", t.__name__)
        t(ctx)
    return ctx
