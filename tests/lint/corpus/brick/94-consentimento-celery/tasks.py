import logging

from celery import shared_task

from . import brick_api
from .models import Cobranca

log = logging.getLogger(__name__)


@shared_task(bind=True, max_retries=3)
def pagar_cobranca(self, cobranca_id):
    c = Cobranca.objects.get(pk=cobranca_id)
    if c.situacao == "PAGA":
        return
    try:
        dados = brick_api.iniciar_pagamento(c.consent_id, str(c.valor), c.chave_pix, str(c.uuid))
    except brick_api.BrickInstavel as e:
        log.warning("cobranca %s: %s, vai de novo", c.pk, e.code)
        raise self.retry(exc=e, countdown=15)
    except brick_api.BrickAguardandoTitulares as e:
        c.situacao = "AGUARDANDO_TITULARES"
        c.motivo = e.code
        c.save()
        return
    except brick_api.BrickErro as e:
        c.situacao = "FALHOU"
        c.motivo = e.code or str(e.status)
        c.save()
        log.error("cobranca %s: %s", c.pk, e)
        return
    c.situacao = "PAGA" if dados.get("status") == "ACSC" else "PROCESSANDO"
    c.save()
