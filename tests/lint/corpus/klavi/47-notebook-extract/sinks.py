import sqlite3

DDL = """
create table if not exists raw_rows (link_id text, kind text, quality text, payload text);
create table if not exists quarantine (link_id text, kind text, code int, message text, next_run text);
"""


def open_db(path):
    con = sqlite3.connect(path)
    con.executescript(DDL)
    return con


def load(con, link_id, kind, quality, payloads):
    con.executemany(
        "insert into raw_rows values (?, ?, ?, ?)",
        [(link_id, kind, quality, p) for p in payloads],
    )


def quarantine(con, link_id, kind, code, message, next_run):
    con.execute(
        "insert into quarantine values (?, ?, ?, ?, ?)",
        (link_id, kind, code, message, next_run),
    )
