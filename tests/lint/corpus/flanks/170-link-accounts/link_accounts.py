#!/usr/bin/env python3
"""Register the bank logins of a csv (columns: customer, bank, username, password) with Flanks.

Writes the same csv with two more columns; rerun with --only-missing.
"""
import argparse
import csv
import logging
import os
import sys
import time

import requests

import codes

log = logging.getLogger(__name__)

BASE = os.environ.get("FLANKS_URL", "https://api.flanks.io")
TRIES = 4
PAUSE = 180
FIELDS = ["customer", "bank", "username", "password", "state", "credentials_token"]


def open_session(access):
    session = requests.Session()
    session.headers["Authorization"] = "Bearer " + access
    return session


def link(session, row, base=BASE):
    login = {key: row[key] for key in ("bank", "username", "password")}
    finished = False
    tries = 0
    while not finished:
        tries += 1
        body = session.post(base + "/v0/bank/credentials", json=login, timeout=60).json()
        code = body.get("error_code", 0)
        if codes.bank_side(code) and tries < TRIES:
            log.info("%s: %s, try %d of %d", row["customer"], codes.name(code), tries, TRIES)
            time.sleep(PAUSE)
        else:
            finished = True
    if code:
        state = "wait" if code in (20002, 20003) else "failed"
        return {**row, "state": state, "code": code, "credentials_token": body.get("credentials_token", "")}
    return {**row, "state": "linked", "credentials_token": body.get("credentials_token", "")}


def link_all(session, rows, base=BASE, only_missing=False):
    def todo(row):
        return not (only_missing and row.get("credentials_token"))

    return [link(session, row, base) if todo(row) else row for row in rows]


def main(argv=None):
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("csv")
    cli.add_argument("--only-missing", action="store_true")
    ns = cli.parse_args(argv)
    with open(ns.csv, newline="", encoding="utf-8") as fh:
        rows = list(csv.DictReader(fh))
    done = link_all(open_session(os.environ["FLANKS_ACCESS"]), rows, only_missing=ns.only_missing)
    with open(ns.csv, "w", newline="", encoding="utf-8") as fh:
        out = csv.DictWriter(fh, FIELDS, extrasaction="ignore")
        out.writeheader()
        out.writerows(done)
    failed = [r for r in done if r["state"] == "failed"]
    for r in failed:
        print(r["customer"], codes.name(r["code"]), file=sys.stderr)
    return 1 if failed else 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    sys.exit(main())
