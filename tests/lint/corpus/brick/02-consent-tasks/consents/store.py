import sqlite3
from collections import namedtuple

Draft = namedtuple("Draft", "id user permissions brand")

_db = sqlite3.connect(":memory:", check_same_thread=False)
_db.execute("create table if not exists drafts (id text primary key, cpf text, permissions text, brand text, state text)")


def load(draft_id):
    row = _db.execute("select id, cpf, permissions, brand from drafts where id = ?", (draft_id,)).fetchone()
    return Draft(row[0], {"document": {"identification": row[1], "rel": "CPF"}}, row[2].split(), row[3])


def set_state(draft_id, state):
    with _db:
        _db.execute("update drafts set state = ? where id = ?", (state, draft_id))
