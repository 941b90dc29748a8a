"""State of the nightly job, in a sqlite file next to the script."""
import sqlite3

SCHEMA = """
create table if not exists backlog (
    cpf text primary key,
    institution text not null,
    login text not null,
    secret text not null,
    state text not null default 'new',
    code text,
    note text
)
"""


def open_db(path=":memory:"):
    db = sqlite3.connect(path)
    db.row_factory = sqlite3.Row
    db.execute(SCHEMA)
    return db


def waiting(db):
    return [dict(r) for r in db.execute("select * from backlog where state = 'new' order by cpf")]


def mark(db, cpf, state, code, note=""):
    with db:
        db.execute("update backlog set state = ?, code = ?, note = ? where cpf = ?", (state, code, note, cpf))
