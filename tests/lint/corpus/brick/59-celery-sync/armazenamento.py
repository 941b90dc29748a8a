"""Tabelas de controle (sqlite)."""
import datetime as dt
import json
import os
import sqlite3

_db = sqlite3.connect(os.environ.get("CONTROLE_DB", ":memory:"), check_same_thread=False)
_db.executescript(
    """
    create table if not exists fila (consent_id text, categoria text, suspenso_ate text, motivo text);
    create table if not exists falha (consent_id text, categoria text, problema text, em text);
    create table if not exists dado (consent_id text, categoria text, corpo text);
    """
)


def token():
    return os.environ.get("BRICK_TOKEN", "")


def consentimentos_ativos():
    return [r[0] for r in _db.execute("select distinct consent_id from fila")]


def suspender(consent_id, categoria, ate, motivo):
    _db.execute(
        "update fila set suspenso_ate = ?, motivo = ? where consent_id = ? and categoria = ?",
        (ate.isoformat(), motivo, consent_id, categoria),
    )


def esta_suspenso(consent_id, categoria):
    r = _db.execute(
        "select suspenso_ate from fila where consent_id = ? and categoria = ?", (consent_id, categoria)
    ).fetchone()
    return bool(r and r[0] and r[0] > dt.datetime.now(dt.timezone.utc).isoformat())


def marcar_falha(consent_id, categoria, problema):
    agora = dt.datetime.now(dt.timezone.utc).isoformat()
    _db.execute("insert into falha values (?, ?, ?, ?)", (consent_id, categoria, json.dumps(problema), agora))


def remover_da_fila(consent_id, categoria):
    _db.execute("delete from fila where consent_id = ? and categoria = ?", (consent_id, categoria))


def gravar(consent_id, categoria, dados):
    _db.execute("insert into dado values (?, ?, ?)", (consent_id, categoria, json.dumps(dados)))
