import sqlite3

_db = sqlite3.connect("khipu.db", check_same_thread=False)
_db.execute("create table if not exists op (id text primary key, state text, code text, note text, data text)")


def mark(op_id: str, state: str, code: str = "", note: str = "", data: str = "") -> None:
    with _db:
        _db.execute(
            "insert into op values (?, ?, ?, ?, ?) on conflict (id) do update set "
            "state = excluded.state, code = excluded.code, note = excluded.note, data = excluded.data",
            (op_id, state, code, note, data),
        )


def state(op_id: str) -> str:
    row = _db.execute("select state from op where id = ?", (op_id,)).fetchone()
    return row[0] if row else "unknown"
