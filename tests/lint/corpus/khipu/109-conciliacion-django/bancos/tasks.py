import logging

import requests
from celery import chain, shared_task
from django.db import transaction
from django.utils import timezone

from .khipu import KhipuDefinitivo, KhipuDiferido, KhipuService, KhipuTransitorio
from .models import CuentaBancaria, Movimiento

logger = logging.getLogger("conciliacion")


@shared_task(
    bind=True,
    max_retries=4,
    autoretry_for=(requests.ConnectionError,),
    retry_backoff=10,
    acks_late=True,
)
def descargar(self, cuenta_id, desde, hasta):
    cuenta = CuentaBancaria.objects.activas().get(pk=cuenta_id)
    try:
        return KhipuService().movimientos(cuenta, desde, hasta)
    except (KhipuTransitorio, KhipuDiferido) as exc:
        logger.warning("cuenta %s: %s, nuevo intento programado", cuenta_id, exc)
        raise self.retry(exc=exc, countdown=exc.espera)
    except KhipuDefinitivo:
        logger.info("cuenta %s sin movimientos en el período", cuenta_id)
        return []


@shared_task
def guardar(filas, cuenta_id):
    cuenta = CuentaBancaria.objects.get(pk=cuenta_id)
    with transaction.atomic():
        Movimiento.objects.bulk_create(
            Movimiento(
                cuenta=cuenta,
                fecha=fila["Date"],
                glosa=fila["Description"][:200],
                monto=fila["Amount"],
                saldo=fila.get("Balance"),
            )
            for fila in filas
        )
        cuenta.marcar_conciliada()
    return len(filas)


@shared_task
def conciliar_todo():
    """Entrada de celery-beat, 06:30 todos los días hábiles."""
    hoy = timezone.localdate()
    for cuenta in CuentaBancaria.objects.sin_conciliar(hoy):
        desde = (cuenta.conciliada_al or hoy.replace(day=1)).isoformat()
        chain(descargar.s(cuenta.pk, desde, hoy.isoformat()), guardar.s(cuenta.pk)).delay()
