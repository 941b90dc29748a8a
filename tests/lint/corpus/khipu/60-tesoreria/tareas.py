import logging

from celery import Celery

from khipu_saldos import ErrorKhipu, SaldosKhipu
from politicas import MAX_REINTENTOS, espera
from tesoreria import almacen, ajustes, avisos

logger = logging.getLogger(__name__)

app = Celery("tesoreria", broker=ajustes.BROKER_URL)


@app.on_after_configure.connect
def programar(sender, **kwargs):
    sender.add_periodic_task(24 * 3600, encolar_todas.s(), name="saldos diarios")


@app.task
def encolar_todas():
    for empresa in almacen.empresas_activas():
        actualizar_saldo.delay(empresa.id)


@app.task(bind=True, max_retries=MAX_REINTENTOS)
def actualizar_saldo(self, empresa_id):
    empresa = almacen.empresa(empresa_id)
    cliente = SaldosKhipu(ajustes.KHIPU_TOKEN)
    try:
        datos = cliente.saldo(empresa.servicio, empresa.rut, almacen.clave(empresa))
    except ErrorKhipu as exc:
        pausa = espera(exc.tipo)
        if pausa is None:
            avisos.tesorero(empresa, str(exc))
            almacen.marcar_error(empresa, exc.codigo, exc.tipo, exc.texto)
            raise
        raise self.retry(exc=exc, countdown=pausa.total_seconds())
    almacen.guardar_saldo(empresa, datos["Balance"])
    logger.info("saldo de %s actualizado", empresa.rut)
