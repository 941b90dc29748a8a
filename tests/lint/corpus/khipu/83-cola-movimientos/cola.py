"""Cola en SQLite; `python cola.py` corre cada diez minutos desde cron."""
import os
import sqlite3
from contextlib import contextmanager
from datetime import datetime
from typing import Callable, Iterator

from khipu import Aplazado, Fallo, Khipu

ESQUEMA = """
create table if not exists solicitudes (
    id integer primary key, banco text, rut text, mes text,
    estado text default 'PENDIENTE', desde text default '', codigo text, detalle text
)
"""


@contextmanager
def anotando(db: sqlite3.Connection, fila: int) -> Iterator[None]:
    def marcar(estado: str, fallo: Fallo, desde: str = "") -> None:
        with db:
            db.execute(
                "update solicitudes set estado = ?, desde = ?, codigo = ?, detalle = ? where id = ?",
                (estado, desde, fallo.error.codigo, fallo.error.descripcion, fila),
            )

    try:
        yield
    except Aplazado as fallo:
        marcar("PENDIENTE", fallo, fallo.desde.isoformat())
    except Fallo as fallo:
        sin_datos = "E300" <= fallo.error.codigo <= "E399"
        marcar("SIN_DATOS" if sin_datos else "FALLIDA", fallo)


def procesar(db: sqlite3.Connection, khipu: Khipu, clave_de: Callable[[str], str]) -> int:
    ahora = datetime.utcnow().isoformat()
    filas = db.execute(
        "select id, banco, rut, mes from solicitudes where estado = 'PENDIENTE' and desde <= ?", (ahora,)
    ).fetchall()
    for fila, banco, rut, mes in filas:
        with anotando(db, fila):
            lista = khipu.movimientos(banco, rut, clave_de(rut), mes)
            with db:
                db.execute(
                    "update solicitudes set estado = 'LISTA', detalle = ? where id = ?",
                    (f"{len(lista)} movimientos", fila),
                )
    return len(filas)


if __name__ == "__main__":
    conexion = sqlite3.connect(os.environ.get("COLA", "cola.db"))
    conexion.execute(ESQUEMA)
    procesar(conexion, Khipu(os.environ["KHIPU_KEY"]), lambda rut: os.environ[f"CLAVE_{rut}"])
