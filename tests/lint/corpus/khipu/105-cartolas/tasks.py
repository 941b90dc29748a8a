import logging
import random

import httpx

import repositorio
from celery_app import app
from khipu_gateway import Consejo, KhipuFallo, get_gateway

log = logging.getLogger("cartolas.tasks")

HORA = 3600


@app.task(bind=True, max_retries=5)
def bajar_cartola(self, cuenta_id, mes):
    cuenta = repositorio.cuenta(cuenta_id)
    if cuenta["bloqueada"]:
        log.info("cuenta %s en pausa: %s", cuenta_id, cuenta["motivo"])
        return 0
    try:
        filas = get_gateway().cartola(cuenta["banco"], cuenta["usuario"], cuenta["clave"], mes)
    except httpx.ConnectError as exc:
        raise self.retry(exc=exc, countdown=30 * (self.request.retries + 1))
    except KhipuFallo as fallo:
        repositorio.anotar(cuenta_id, fallo.codigo, fallo.consejo.value, fallo.descripcion)
        if fallo.consejo is Consejo.AHORA:
            raise self.retry(exc=fallo, countdown=0)
        if fallo.consejo is Consejo.ESPERAR:
            raise self.retry(exc=fallo, countdown=4 * HORA + random.randint(0, 600))
        if fallo.sin_datos:
            # mes todavia sin publicar; el cron de manana lo vuelve a pedir
            return 0
        if fallo.pide_clave:
            repositorio.pausar(cuenta_id, motivo=fallo.descripcion)
        raise
    return repositorio.guardar(cuenta_id, mes, filas)


@app.task
def cierre_mensual(mes):
    for cuenta_id in repositorio.cuentas_activas():
        bajar_cartola.delay(cuenta_id, mes)
