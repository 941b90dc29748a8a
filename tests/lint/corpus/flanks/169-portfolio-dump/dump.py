#!/usr/bin/env python3
"""Dump every portfolio behind the given credentials to csv.

Exit: 0 all there, 1 some failed, 2 some under review, 9 nothing to do.
"""
import argparse
import csv
import functools
import logging
import os
import sys
import time

from flanks_io import FlanksProblem, post

log = logging.getLogger("dump")

BASE = os.environ.get("FLANKS_URL", "https://api.flanks.io")

PROCESSING = 20002
UNDER_REVIEW = 20003
BANK_DOWN = 50001

POLL = 30
PATIENCE = 20 * 60
BANK_PAUSES = [300, 600]


def until_there(ask, patience=PATIENCE):
    """Poll while the extraction runs; let a bank that is down rest twice; pass everything else on."""
    deadline = time.monotonic() + patience
    pauses = iter(BANK_PAUSES)
    while True:
        try:
            return ask()
        except FlanksProblem as problem:
            if problem.code == PROCESSING and time.monotonic() < deadline:
                nap = POLL
            elif problem.code == BANK_DOWN:
                nap = next(pauses, None)
            else:
                nap = None
            if nap is None:
                raise
        log.debug("napping %d s", nap)
        time.sleep(nap)


def portfolios(base, access, credentials):
    ask = functools.partial(post, base, access, "/v0/bank/portfolio", {"credentials_token": credentials})
    return until_there(ask)["portfolios"]


def dump_all(base, access, tokens):
    rows, review, failed = [], [], []
    for name, credentials in tokens.items():
        try:
            found = portfolios(base, access, credentials)
        except FlanksProblem as problem:
            bucket = review if problem.code == UNDER_REVIEW else failed
            bucket.append({"name": name, "status": problem.status, "code": problem.code, "body": problem.body})
            continue
        rows.append({"name": name, "portfolios": found})
    return {"rows": rows, "review": review, "failed": failed}


def write(path, rows):
    with open(path, "w", newline="", encoding="utf-8") as fh:
        out = csv.writer(fh)
        out.writerow(["name", "portfolio", "value"])
        for row in rows:
            if row["portfolios"] is None:
                out.writerow([row["name"], "not available", ""])
                continue
            out.writerows([row["name"], p.get("id"), p.get("value")] for p in row["portfolios"])


def main(argv=None):
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("pairs", nargs="*", metavar="NAME=TOKEN")
    cli.add_argument("--out", default="portfolios.csv")
    ns = cli.parse_args(argv)
    if not ns.pairs:
        return 9
    result = dump_all(BASE, os.environ["FLANKS_ACCESS"], dict(p.split("=", 1) for p in ns.pairs))
    write(ns.out, result["rows"])
    for item in result["failed"] + result["review"]:
        log.error("%(name)s: HTTP %(status)s, code %(code)s", item)
    return 1 if result["failed"] else 2 if result["review"] else 0


if __name__ == "__main__":
    logging.basicConfig()
    sys.exit(main())
