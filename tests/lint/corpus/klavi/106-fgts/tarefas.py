# -*- coding: utf-8 -*-
import os

from celery import Celery
from celery.utils.log import get_task_logger

from klavi import Fgts, KlaviErro

app = Celery("fgts", broker=os.environ.get("CELERY_BROKER", "amqp://"))
logger = get_task_logger(__name__)

MENSAGENS = {
    402: u"Confira os dados informados e tente de novo.",
    408: u"Sua senha está bloqueada, redefina no banco.",
    419: u"Procure uma agência da Caixa.",
    420: u"Procure uma agência da Caixa.",
    433: u"Senha incorreta.",
}


@app.task
def simular_antecipacao(link, proposta_id):
    api = Fgts(os.environ["KLAVI_PARCEIRO"], os.environ["KLAVI_TOKEN"])
    try:
        saldo = api.saldo_total(link)
    except KlaviErro as erro:
        logger.error(u"proposta %s: %s", proposta_id, erro)
        return {"proposta": proposta_id, "ok": False, "codigo": erro.codigo,
                "aviso": MENSAGENS.get(erro.codigo, erro.mensagem)}
    return {"proposta": proposta_id, "ok": True, "limite": round(saldo * 0.7, 2)}
