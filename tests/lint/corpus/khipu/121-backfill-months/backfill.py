"""Backfill of card statements, month by month.  Run it as often as you like, it remembers.

    python backfill.py run 2023-01 2024-06 --state acme.json
    python backfill.py show --state acme.json
    python backfill.py forget 2023-05 --state acme.json
"""
import argparse
import json
import os
import sys
import time
import urllib.error
import urllib.request

import state

BASE = os.environ.get("KHIPU_URL", "https://api.khipu.com")
TRIES = 3
FOUR_HOURS = 4 * 60 * 60


def ask(base, token, login, month):
    """(data, None) or (None, error)."""
    body = json.dumps({"Username": login[0], "Password": login[1], "Month": month}).encode()
    req = urllib.request.Request(base + "/v1/cl/services/statements", data=body, method="POST")
    req.add_header("Content-Type", "application/json")
    req.add_header("Authorization", "Bearer " + token)
    try:
        with urllib.request.urlopen(req, timeout=240) as fh:
            doc = json.load(fh)
    except urllib.error.HTTPError as err:
        doc = json.load(err)
    if doc["Status"] == "OK":
        return doc["Data"], None
    return None, doc["Error"]


def fetch_month(base, token, login, month):
    for left in reversed(range(TRIES)):
        data, error = ask(base, token, login, month)
        if error is None:
            return {"state": "done", "data": data}
        if error["Type"] == "RETRY_IMMEDIATELY" and left:
            time.sleep(1)
            continue
        break
    entry = {"code": error["Code"], "type": error["Type"], "text": error["Description"]}
    if error["Type"] == "WAIT_4_HOURS_BEFORE_RETRY":
        return {**entry, "state": "later", "not_before": time.time() + FOUR_HOURS}
    if entry["code"].startswith("E3"):
        return {**entry, "state": "no-data"}
    return {**entry, "state": "failed"}


def hopeless(entry):
    """Login or token trouble: the other months would only lock the account."""
    return entry["state"] == "failed" and (entry["code"] == "A000" or entry["code"][:2] == "E1")


def months_between(first, last):
    year, month = map(int, first.split("-"))
    while f"{year:04d}-{month:02d}" <= last:
        yield f"{year:04d}-{month:02d}"
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)


def run(first, last, path, login, base=BASE, token=""):
    months = state.load(path)
    for month in months_between(first, last):
        if not state.due(months.get(month)):
            continue
        months[month] = entry = fetch_month(base, token, login, month)
        state.save(path, months)
        if hopeless(entry):
            break
    return months


def show(months):
    for month, entry in sorted(months.items()):
        print(month, entry["state"], entry.get("code", ""), entry.get("text", ""), sep="\t")


def main(argv=None):
    cli = argparse.ArgumentParser()
    sub = cli.add_subparsers(dest="cmd", required=True)
    commands = {name: sub.add_parser(name) for name in ("run", "show", "forget")}
    for p in commands.values():
        p.add_argument("--state", default="months.json")
    commands["run"].add_argument("first")
    commands["run"].add_argument("last")
    commands["forget"].add_argument("month")
    ns = cli.parse_args(argv)
    if ns.cmd == "run":
        login = os.environ["CARD_USER"], os.environ["CARD_PASSWORD"]
        months = run(ns.first, ns.last, ns.state, login, token=os.environ["KHIPU_TOKEN"])
    else:
        months = state.load(ns.state)
        if ns.cmd == "forget":
            months.pop(ns.month, None)
            state.save(ns.state, months)
    show(months)
    return any(entry["state"] == "failed" for entry in months.values())


if __name__ == "__main__":
    sys.exit(main())
