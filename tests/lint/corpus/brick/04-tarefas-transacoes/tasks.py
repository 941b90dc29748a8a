import os
from datetime import date, timedelta

from celery import shared_task
from celery.utils.log import get_task_logger

from brick_gateway import BrickGateway, FalhaBrick
from politica import proxima_espera

log = get_task_logger(__name__)


def _gateway():
    return BrickGateway(os.environ["BRICK_BASE_URL"], os.environ["BRICK_TOKEN"])


@shared_task(bind=True, max_retries=None, acks_late=True)
def importar_transacoes(self, conta, dias=30):
    desde = date.today() - timedelta(days=dias)
    try:
        linhas = _gateway().transacoes(conta, desde)
    except FalhaBrick as falha:
        espera = proxima_espera(falha, self.request.retries)
        if espera is None:
            log.error("conta %s: %s (interação %s)", conta, falha, falha.interacao)
            raise
        log.info("conta %s: %s, nova tentativa em %s", conta, falha.code, espera)
        raise self.retry(exc=falha, countdown=espera.total_seconds())
    gravar.delay(conta, linhas)
    return len(linhas)


@shared_task
def gravar(conta, linhas):
    log.info("conta %s: %d transações", conta, len(linhas))
