"""Cron job: accounts of all customers into the warehouse.

    15 3 * * *  importer  python -m nightly /etc/importer/customers.json
"""
from __future__ import annotations

import json
import logging
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

from client import BASE_URL, FlanksClient
from errors import FlanksError, StillPending
from models import Account, Run

log = logging.getLogger("nightly")


def store(db: sqlite3.Connection, customer: int, accounts: list[Account]) -> None:
    with db:
        db.execute("DELETE FROM account WHERE customer = ?", (customer,))
        db.executemany(
            "INSERT INTO account (customer, iban, balance, currency) VALUES (?, ?, ?, ?)",
            [(customer, a.iban, None if a.balance is None else str(a.balance), a.currency) for a in accounts],
        )


def refresh(client: FlanksClient, tokens: dict[int, str], db: sqlite3.Connection) -> Run:
    run = Run()
    for customer, token in tokens.items():
        try:
            accounts = client.accounts(token)
        except FlanksError as exc:
            log.warning("customer %d: %s, %s", customer, exc, exc.action)
            run.failed[customer] = f"{exc.code}: {exc.action}"
        except StillPending as exc:
            run.failed[customer] = f"{exc.code}: next run"
        else:
            store(db, customer, accounts)
            run.stored[customer] = accounts
    return run


def open_db(path: str) -> sqlite3.Connection:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE IF NOT EXISTS account (customer INTEGER, iban TEXT, balance TEXT, currency TEXT)")
    return db


def main(argv: list[str]) -> int:
    logging.basicConfig(level=logging.INFO)
    tokens = {int(k): v for k, v in json.loads(Path(argv[1]).read_text()).items()}
    client = FlanksClient(os.environ["FLANKS_TOKEN"], os.environ.get("FLANKS_URL", BASE_URL))
    with closing(open_db(os.environ.get("WAREHOUSE", "warehouse.db"))) as db:
        run = refresh(client, tokens, db)
    for customer, reason in run.failed.items():
        print(f"{customer}\t{reason}", file=sys.stderr)
    return 0 if run.ok else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv))
