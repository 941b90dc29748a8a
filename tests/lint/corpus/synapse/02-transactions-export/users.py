import os
import sqlite3


def refresh_token_of(user_id: str) -> str:
    with sqlite3.connect(os.environ.get("USERS_DB", "users.db")) as db:
        row = db.execute("select refresh_token from users where id = ?", (user_id,)).fetchone()
    if row is None:
        raise LookupError(user_id)
    return row[0]
