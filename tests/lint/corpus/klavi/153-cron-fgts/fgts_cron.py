#!/usr/bin/env python
# FGTS balances of the day's leads, started by cron at 02:00
# usage: fgts_cron.py leads.txt --out balances.json
import argparse
import json
import os
import sys
import time
import urllib.error
import urllib.request

KLAVI = os.getenv("KLAVI_URL", "https://api.klavi.ai")
TOKEN = os.getenv("KLAVI_TOKEN", "")

HALF_HOUR = 30 * 60
MAX_CHECKS = 6

# klavi says "not now" with these, ask again a bit later
NOT_NOW = (403, 406, 414, 415)

TEXTS = {
    402: "wrong data",
    407: "account not active",
    408: "account blocked",
    409: "wrong account type",
    410: "bad input",
    413: "still logged in somewhere else",
    418: "not registered",
    419: "phone limit, send to an agency",
    420: "not regularized, send to an agency",
    433: "wrong password",
    434: "wrong token",
    435: "no token typed",
}

stats = {"done": 0, "failed": 0, "waits": 0}
failures = {}


def ask(cpf):
    req = urllib.request.Request(
        KLAVI + "/open-data/v1/fgts",
        data=json.dumps({"cpf": cpf}).encode(),
        headers={"Authorization": "Bearer " + TOKEN, "Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(req, timeout=90) as f:
            return json.loads(f.read())
    except urllib.error.HTTPError as e:
        return json.loads(e.read())


def balance(cpf):
    reply = ask(cpf)
    checks = 1
    while reply["code"] in NOT_NOW and checks < MAX_CHECKS:
        print(cpf[-4:], "klavi says", reply["code"], "- waiting", HALF_HOUR, "s")
        stats["waits"] += 1
        time.sleep(HALF_HOUR)
        reply = ask(cpf)
        checks += 1

    code = reply["code"]
    if code >= 400:
        stats["failed"] += 1
        failures[cpf] = {"code": code, "text": TEXTS.get(code, reply.get("message"))}
        print(cpf[-4:], "FAILED", failures[cpf])
        return None

    stats["done"] += 1
    total = 0.0
    for account in (reply.get("data") or {}).get("accounts", []):
        total = total + float(account["balance"])
    return round(total, 2)


def run(cpfs):
    balances = {}
    for cpf in cpfs:
        value = balance(cpf)
        if value is not None:
            balances[cpf] = value
    return balances


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("leads")
    parser.add_argument("--out", default="balances.json")
    args = parser.parse_args()

    cpfs = []
    with open(args.leads) as f:
        for line in f:
            line = line.strip()
            if line and not line.startswith("#"):
                cpfs.append(line)

    print(len(cpfs), "leads")
    balances = run(cpfs)
    with open(args.out, "w") as f:
        json.dump({"balances": balances, "failures": failures}, f, indent=2)
    print("done %(done)d failed %(failed)d waits %(waits)d" % stats)
    if failures:
        sys.exit(1)


if __name__ == "__main__":
    main()
