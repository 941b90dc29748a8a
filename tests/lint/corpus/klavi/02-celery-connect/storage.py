"""SQLite persistence of the accounts."""
import json
import sqlite3
from types import SimpleNamespace

DB = sqlite3.connect("accounts.db", check_same_thread=False)


def load(account_id):
    row = DB.execute("select institution, token, secret from account where id = ?", (account_id,)).fetchone()
    vault = SimpleNamespace(open=lambda: json.loads(row[2]))
    return SimpleNamespace(institution=row[0], partner_token=row[1], vault=vault)


def note(account_id, code, message):
    with DB:
        DB.execute("insert into event(account_id, code, message) values (?, ?, ?)", (account_id, code, message))


def ask_customer(account_id, code):
    with DB:
        DB.execute("update account set state = 'attention', reason = ? where id = ?", (code, account_id))


def connected(account_id, link_id, missing):
    with DB:
        DB.execute(
            "update account set state = 'connected', link_id = ?, missing = ? where id = ?",
            (link_id, ",".join(missing), account_id),
        )
