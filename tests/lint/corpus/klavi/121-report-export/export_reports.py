#!/usr/bin/env python3
"""Weekly report export.  Was `reports_v3_final.ipynb` until IT asked for something that cron can run."""
# %% settings
import argparse
import csv
import logging
import os
import sys
from collections import Counter, defaultdict

from klavi_io import fetch

BASE = os.environ.get("KLAVI_URL", "https://api.klavi.ai")
TOKEN = os.environ.get("KLAVI_TOKEN", "")
log = logging.getLogger("export")

# What is missing in a report that is there, by code.
GAPS_BY_CODE = {
    "201": "extra authorization",
    "202": "transactions",
    "203": "cpf",
}

# Who has to look at it; everything that isn't listed goes to the data team.
DESK = defaultdict(lambda: "data-team")
DESK.update(dict.fromkeys(("402", "410", "433", "434", "435"), "customer"))
DESK.update(dict.fromkeys(("407", "408", "419", "420"), "customer-bank"))
DESK.update(dict.fromkeys(("404", "500"), "klavi-ticket"))

# %% state of one run
ROWS = []
GAPS = []
ERRORS = []
SEEN = Counter()


def reset():
    for bucket in (ROWS, GAPS, ERRORS):
        bucket.clear()
    SEEN.clear()


# %% one customer
def code_of(body):
    return str(body.get("code", "")).strip()


def flatten(cpf, data):
    def row(kind, item):
        return {"cpf": cpf, "kind": kind, "id": item.get("id"), "amount": item.get("amount", item.get("balance"))}

    data = data or {}
    return [row("account", a) for a in data.get("accounts", [])] + [
        row("transaction", t) for t in data.get("transactions", [])
    ]


def load_one(cpf):
    body = fetch(BASE, "/open-data/v1/reports", {"cpf": cpf}, TOKEN)
    code = code_of(body)
    SEEN[code] += 1
    if code == "200" or code in GAPS_BY_CODE:
        ROWS.extend(flatten(cpf, body.get("data")))
        if code in GAPS_BY_CODE:
            GAPS.append({"cpf": cpf, "code": code, "missing": GAPS_BY_CODE[code]})
        return
    ERRORS.append({"cpf": cpf, "code": code, "message": body.get("message", ""), "desk": DESK[code]})


# %% all of them
def run(cpfs):
    reset()
    for cpf in dict.fromkeys(cpfs):
        load_one(cpf)
    log.info("codes: %s", dict(SEEN))
    return {"rows": list(ROWS), "gaps": list(GAPS), "errors": list(ERRORS)}


def write(path, rows):
    if not rows:
        return
    with open(path, "w", newline="", encoding="utf-8") as fh:
        out = csv.DictWriter(fh, fieldnames=list(rows[0]))
        out.writeheader()
        out.writerows(rows)


def main(argv=None):
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("cpfs", help="text file, one CPF a line")
    parser.add_argument("--out", default="reports")
    args = parser.parse_args(argv)
    with open(args.cpfs, encoding="utf-8") as fh:
        cpfs = [line.strip() for line in fh if line.strip()]
    result = run(cpfs)
    for name, rows in result.items():
        write(f"{args.out}-{name}.csv", rows)
    return 4 if result["errors"] else 3 if result["gaps"] else 0


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    sys.exit(main())
