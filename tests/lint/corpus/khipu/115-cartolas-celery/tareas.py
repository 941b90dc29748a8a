"""worker: celery -A tareas worker -Q cartolas"""
import sqlite3

from celery import Celery
from celery.utils.log import get_task_logger

from cartolas import ClaveRechazada, FallaKhipu, Hipo, ServicioEnPausa, bajar_cartola

app = Celery("tareas", broker="redis://localhost:6379/3")
log = get_task_logger(__name__)

PAUSA = 4 * 60
DB = "cartolas.db"


def anotar(rut, mes, estado, detalle=None):
    with sqlite3.connect(DB) as con:
        con.execute(
            "insert or replace into cartola (rut, mes, estado, detalle) values (?, ?, ?, ?)",
            (rut, mes, estado, detalle),
        )


def deshabilitar(rut):
    with sqlite3.connect(DB) as con:
        con.execute("update cuenta set activa = 0 where rut = ?", (rut,))


@app.task(bind=True, max_retries=3, acks_late=True)
def cartola_mensual(self, banco, rut, clave, mes):
    try:
        movimientos = bajar_cartola(banco, rut, clave, mes)
    except ClaveRechazada as falla:
        deshabilitar(rut)
        anotar(rut, mes, "clave", str(falla))
        return 0
    except Hipo as falla:
        raise self.retry(exc=falla, countdown=5)
    except ServicioEnPausa as falla:
        anotar(rut, mes, "pausa", str(falla))
        raise self.retry(exc=falla, countdown=PAUSA)
    except FallaKhipu as falla:
        anotar(rut, mes, "error", str(falla))
        raise

    with sqlite3.connect(DB) as con:
        con.executemany(
            "insert into movimiento (rut, fecha, glosa, monto) values (?, ?, ?, ?)",
            [(rut, m.fecha, m.glosa, str(m.monto)) for m in movimientos],
        )
    anotar(rut, mes, "ok")
    return len(movimientos)
