import collections
import json
import sqlite3

Credential = collections.namedtuple("Credential", "id bank username password")


class CredentialStore:
    def __init__(self, path="cartolas.db"):
        self.path = path

    def _db(self):
        return sqlite3.connect(self.path)

    def active_ids(self):
        with self._db() as db:
            return [r[0] for r in db.execute("select id from credential where error is null")]

    def load(self, cred_id):
        with self._db() as db:
            row = db.execute(
                "select id, bank, username, password from credential where id=?", (cred_id,)
            ).fetchone()
        return Credential(*row)

    def set_error(self, cred_id, code, text, ask_login=False):
        with self._db() as db:
            db.execute(
                "update credential set error=?, error_text=?, ask_login=? where id=?",
                (code, text, int(ask_login), cred_id),
            )

    def save_statement(self, cred_id, month, data):
        with self._db() as db:
            db.execute("insert into statement values (?,?,?)", (cred_id, month, json.dumps(data)))

    def save_balance(self, cred_id, data):
        with self._db() as db:
            db.execute("update credential set balance=? where id=?", (json.dumps(data), cred_id))
