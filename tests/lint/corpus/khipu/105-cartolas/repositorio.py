"""Acceso a la base; sqlite en desarrollo, el mismo SQL sirve en postgres."""
import json
import os
import sqlite3

_CONN = None


def _db():
    global _CONN
    if _CONN is None:
        _CONN = sqlite3.connect(os.environ.get("CARTOLAS_DB", "cartolas.db"))
        _CONN.row_factory = sqlite3.Row
    return _CONN


def cuenta(cuenta_id):
    return _db().execute("select * from cuentas where id = ?", (cuenta_id,)).fetchone()


def cuentas_activas():
    return [r["id"] for r in _db().execute("select id from cuentas where bloqueada = 0")]


def anotar(cuenta_id, codigo, consejo, descripcion):
    with _db() as db:
        db.execute("insert into fallos (cuenta, codigo, consejo, texto) values (?, ?, ?, ?)",
                   (cuenta_id, codigo, consejo, descripcion))


def pausar(cuenta_id, motivo):
    with _db() as db:
        db.execute("update cuentas set bloqueada = 1, motivo = ? where id = ?", (motivo, cuenta_id))


def guardar(cuenta_id, mes, filas):
    with _db() as db:
        db.execute("delete from cartolas where cuenta = ? and mes = ?", (cuenta_id, mes))
        db.executemany("insert into cartolas (cuenta, mes, fila) values (?, ?, ?)",
                       [(cuenta_id, mes, json.dumps(f)) for f in filas])
    return len(filas)
