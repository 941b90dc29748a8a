import logging

import requests
from celery import shared_task

from . import conf
from .gateway import FacturasGateway, KhipuRechazo
from .repositorio import guardar_facturas, leer_clave, marcar_fallida

log = logging.getLogger(__name__)

ESPERA_POR_TIPO = {
    "RETRY_IMMEDIATELY": conf.REINTENTO_CORTO,
    "WAIT_4_HOURS_BEFORE_RETRY": conf.REINTENTO_LARGO,
}


@shared_task(bind=True, max_retries=conf.MAX_REINTENTOS, acks_late=True)
def bajar_facturas(self, empresa_id: int, rut: str, periodo: str):
    gateway = FacturasGateway(conf.KHIPU_URL, conf.KHIPU_TOKEN)
    try:
        facturas = gateway.emitidas(rut, leer_clave(empresa_id), periodo)
    except requests.ConnectionError as exc:
        raise self.retry(exc=exc, countdown=30)
    except KhipuRechazo as exc:
        espera = ESPERA_POR_TIPO.get(exc.tipo)
        if espera is None:
            log.error("empresa %s periodo %s: %s", empresa_id, periodo, exc)
            marcar_fallida(empresa_id, periodo, exc.codigo, exc.descripcion)
            raise
        log.info("empresa %s: %s, de nuevo en %ss", empresa_id, exc, espera)
        raise self.retry(exc=exc, countdown=espera)
    guardar_facturas(empresa_id, periodo, facturas)
    return len(facturas)
