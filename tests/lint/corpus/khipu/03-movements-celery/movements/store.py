import json
import sqlite3


class Store:
    def __init__(self, path):
        self.path = path

    def _connect(self):
        conn = sqlite3.connect(self.path)
        conn.row_factory = sqlite3.Row
        return conn

    def load_link(self, link_id):
        with self._connect() as conn:
            row = conn.execute("select * from links where id = ?", (link_id,)).fetchone()
        return dict(row)

    def active_links(self):
        with self._connect() as conn:
            return [r["id"] for r in conn.execute("select id from links where active = 1")]

    def save_movements(self, link_id, rows):
        with self._connect() as conn:
            conn.executemany(
                "insert into movements (link_id, body) values (?, ?)",
                [(link_id, json.dumps(r)) for r in rows],
            )
