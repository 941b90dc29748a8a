#!/usr/bin/env python3
"""Connect the customers that signed up during the day.

cron: 10 22 * * *  flock -n /run/backlog.lock /opt/jobs/backlog.py --db /var/lib/jobs/backlog.db
The job may sleep for a day or more, therefore the lock.
"""
import argparse
import functools
import logging
import os
import sys
import time

import requests

import store

log = logging.getLogger("backlog")

URL = os.environ.get("KLAVI_URL", "https://api.klavi.ai")
MAX_TRIES = 3

MINUTE = 60
HOUR = 60 * MINUTE

# code -> seconds until the bank lets us in again
PAUSES = {
    "403": 15 * MINUTE,
    "406": 24 * HOUR,
    "414": 24 * MINUTE,
    "415": 30 * MINUTE,
}

EXIT = {"done": 0, "failed": 2}


class ConnectFailed(Exception):
    def __init__(self, code, body):
        super().__init__("klavi %s: %s" % (code, body.get("message")))
        self.code = code
        self.body = body


def poster(base, token):
    session = requests.Session()
    session.headers["Authorization"] = "Bearer " + token
    return functools.partial(session.post, base + "/open-data/v1/connections", timeout=90)


def connect_one(post, person):
    form = {k: person[k] for k in ("cpf", "institution", "login", "secret")}
    tries = 0
    again = True
    while again:
        tries += 1
        body = post(json=form).json()
        code = str(body["code"])
        again = code in PAUSES and tries < MAX_TRIES
        if again:
            log.info("%s: %s, sleeping %d s", person["cpf"][-4:], code, PAUSES[code])
            time.sleep(PAUSES[code])
    if code.startswith("20"):
        return {"state": "done", "data": body.get("data") or {}}
    raise ConnectFailed(code, body)


def work(db, post):
    states = []
    for person in store.waiting(db):
        try:
            connect_one(post, person)
        except ConnectFailed as exc:
            log.warning("%s", exc)
            store.mark(db, person["cpf"], "failed", exc.code, exc.body.get("message", ""))
            states.append("failed")
        else:
            store.mark(db, person["cpf"], "done", "200")
            states.append("done")
    return max((EXIT[s] for s in states), default=0)


def main(argv=None):
    cli = argparse.ArgumentParser()
    cli.add_argument("--db", default="backlog.db")
    cli.add_argument("-v", action="store_true")
    ns = cli.parse_args(argv)
    logging.basicConfig(level=logging.DEBUG if ns.v else logging.WARNING)
    return work(store.open_db(ns.db), poster(URL, os.environ.get("KLAVI_TOKEN", "")))


if __name__ == "__main__":
    sys.exit(main())
