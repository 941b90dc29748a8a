from celery import Celery
from celery.utils.log import get_task_logger

from . import ajustes, cliente, libro
from .errores import ErrorEnReparacion, ErrorKhipu, ErrorPasajero

app = Celery("conciliador")
log = get_task_logger(__name__)


@app.task(bind=True, max_retries=ajustes.MAX_INTENTOS)
def descargar(self, cuenta_id, mes):
    cuenta = libro.cuenta(cuenta_id)
    try:
        filas = cliente.movimientos(cuenta.banco, cuenta.usuario, cuenta.clave, mes)
    except ErrorPasajero as error:
        raise self.retry(exc=error, countdown=ajustes.ESPERA_CORTA)
    except ErrorEnReparacion as error:
        log.warning("cuenta %s: %s", cuenta_id, error)
        raise self.retry(exc=error, countdown=ajustes.ESPERA_LARGA)
    except ErrorKhipu as error:
        libro.anotar_falla(cuenta_id, mes, error.codigo, error.descripcion)
        raise
    libro.guardar(cuenta_id, mes, filas)
    return len(filas)
