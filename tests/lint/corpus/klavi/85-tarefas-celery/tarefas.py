"""Tarefas de importação de relatórios (fila `open-data`)."""
import logging
import os
import sqlite3
from contextlib import closing
from typing import Any, Dict, Optional

from celery import Celery

from cliente import ClienteKlavi
from erros import KlaviErro

log = logging.getLogger(__name__)
app = Celery("open_data", broker=os.environ.get("BROKER_URL", "redis://localhost/0"))

# segundos até a próxima tentativa
ESPERAS = {
    415: 3 * 60,
    429: 5 * 60,
}

AVISOS = {
    402: "Confira os dados informados e tente novamente.",
    406: "Muitas tentativas com senha incorreta: conecte-se novamente em 24 horas.",
    407: "Resolva a pendência da conta com o seu banco.",
    408: "Redefina a senha do seu internet banking.",
    413: "Encerre as sessões abertas no seu banco.",
    414: "Conecte-se novamente em 24 horas.",
    433: "Senha incorreta.",
    434: "Token incorreto.",
    435: "Token não informado.",
}


def cliente() -> ClienteKlavi:
    return ClienteKlavi(
        os.environ.get("KLAVI_URL", "https://api.klavi.ai"),
        os.environ["KLAVI_PARCEIRO"],
        os.environ["KLAVI_TOKEN"],
    )


def gravar(trace_id: str, situacao: str, codigo: Optional[int] = None, aviso: str = "") -> None:
    with closing(sqlite3.connect(os.environ.get("BANCO", "open_data.db"))) as db, db:
        db.execute(
            "insert or replace into relatorios (trace_id, situacao, codigo, aviso) values (?, ?, ?, ?)",
            (trace_id, situacao, codigo, aviso),
        )


@app.task(bind=True, max_retries=4, acks_late=True)
def importar_relatorio(self, trace_id: str) -> None:
    try:
        dados = cliente().relatorio(trace_id)
    except KlaviErro as erro:
        espera = ESPERAS.get(erro.codigo)
        if espera is not None:
            raise self.retry(exc=erro, countdown=espera)
        log.warning("relatório %s: %s", trace_id, erro)
        gravar(trace_id, "ERRO", erro.codigo, AVISOS.get(erro.codigo, erro.mensagem))
        return
    calcular_renda.delay(trace_id, dados)
    gravar(trace_id, "COMPLETO")


@app.task
def calcular_renda(trace_id: str, dados: Dict[str, Any]) -> float:
    entradas = [
        transacao["amount"]
        for conta in dados.get("accounts", [])
        for transacao in conta.get("transactions", [])
        if transacao["amount"] > 0
    ]
    meses = max(1, int(dados.get("months", 1)))
    return round(sum(entradas) / meses, 2)
