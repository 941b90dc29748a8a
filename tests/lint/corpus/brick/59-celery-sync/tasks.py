from __future__ import annotations

import datetime as dt
import os

from celery import Celery, Task
from celery.utils.log import get_task_logger

import armazenamento
from brick_api import BrickError, BrickLimiteError, BrickServidorError, obter

app = Celery("openfinance", broker=os.environ.get("BROKER_URL", "memory://"))
log = get_task_logger(__name__)

BRICK_URL = os.environ.get("BRICK_URL", "https://api.brickbank.com.br")
CATEGORIAS = ("accounts", "credit-cards-accounts", "loans")


class BrickTask(Task):
    max_retries = 5

    def refazer(self, exc: BrickServidorError):
        return self.retry(exc=exc, countdown=3 << self.request.retries)


def proximo_periodo(hoje: dt.date) -> dt.datetime:
    primeiro = (hoje.replace(day=1) + dt.timedelta(days=32)).replace(day=1)
    return dt.datetime.combine(primeiro, dt.time(3), tzinfo=dt.timezone.utc)


@app.task(base=BrickTask, bind=True, acks_late=True)
def sincronizar(self, consent_id: str, categoria: str) -> str:
    try:
        pagina = obter(BRICK_URL, f"/{categoria}/v2/{categoria}?consentId={consent_id}", armazenamento.token())
    except BrickServidorError as exc:
        raise self.refazer(exc)
    except BrickLimiteError as exc:
        quando = proximo_periodo(dt.date.today())
        armazenamento.suspender(consent_id, categoria, ate=quando, motivo=exc.problema.code)
        sincronizar.apply_async((consent_id, categoria), eta=quando)
        return "suspenso"
    except BrickError as exc:
        armazenamento.marcar_falha(consent_id, categoria, exc.problema._asdict())
        if exc.problema.code in ("CONSENTIMENTO_EM_STATUS_REJEITADO", "CONSENTIMENTO_NAO_AUTORIZADO"):
            armazenamento.remover_da_fila(consent_id, categoria)
            return "encerrado"
        raise
    armazenamento.gravar(consent_id, categoria, pagina["data"])
    return "ok"


@app.task
def sincronizar_todos() -> int:
    total = 0
    for consent_id in armazenamento.consentimentos_ativos():
        for categoria in CATEGORIAS:
            if not armazenamento.esta_suspenso(consent_id, categoria):
                sincronizar.delay(consent_id, categoria)
                total += 1
    log.info("%d leituras na fila", total)
    return total
