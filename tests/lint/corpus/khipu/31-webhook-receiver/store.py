"""Operations table: one row per request we handed to Khipu."""
import datetime as dt
import json
import sqlite3

SCHEMA = """
create table if not exists operation (
    id text primary key, rut text not null, submits integer not null default 1,
    state text not null, code text, kind text, detail text, due text, data text
)
"""


class OperationStore:
    def __init__(self, path=":memory:"):
        self.db = sqlite3.connect(path, check_same_thread=False)
        self.db.row_factory = sqlite3.Row
        self.db.execute(SCHEMA)

    def add(self, op_id, rut, submits=1):
        self.db.execute(
            "insert into operation (id, rut, submits, state) values (?, ?, ?, 'running')",
            (op_id, rut, submits),
        )
        self.db.commit()

    def get(self, op_id):
        return self.db.execute("select * from operation where id = ?", (op_id,)).fetchone()

    def finish(self, op_id, data):
        self._set(op_id, state="done", data=json.dumps(data))

    def close(self, op_id, state, error):
        self._set(op_id, state=state, code=error["Code"], kind=error["Type"], detail=error["Description"])

    def schedule(self, op_id, error, due):
        self.close(op_id, "scheduled", error)
        self._set(op_id, due=due.isoformat())

    def take_due(self, now):
        rows = self.db.execute(
            "select * from operation where state = 'scheduled' and due <= ?", (now.isoformat(),)
        ).fetchall()
        for row in rows:
            self._set(row["id"], state="resubmitted")
        return rows

    def _set(self, op_id, **columns):
        names = ", ".join(f"{name} = ?" for name in columns)
        self.db.execute(f"update operation set {names} where id = ?", (*columns.values(), op_id))
        self.db.commit()


def utcnow():
    return dt.datetime.now(dt.timezone.utc)
