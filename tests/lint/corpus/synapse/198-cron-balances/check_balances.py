#!/usr/bin/env python3
"""Warn the ops channel about customers whose settlement account runs low.

cron: 15 * * * *  check_balances.py --nodes nodes.json --min 500
nodes.json: [["user id", "node id", "name"], ...]
"""
import argparse
import json
import os
import time

import requests

BASE = os.environ.get("SYNAPSE_URL", "https://api.synapsefi.com/v3.1")
HEADERS = {
    "X-SP-GATEWAY": os.environ.get("SYNAPSE_GATEWAY", ""),
    "X-SP-USER-IP": "127.0.0.1",
}
WEBHOOK = os.environ.get("OPS_WEBHOOK", "")

UNAVAILABLE = 503
MAX_TRIES = 4
WAIT = 15 * 60

# http code -> what it means
PROBLEMS = {
    "400": "bad request",
    "401": "not authorized",
    "402": "request failed",
    "404": "no such node",
    "409": "wrong values",
    "429": "too many requests",
    "500": "server error",
}

report = {"low": [], "errors": []}


def refresh(user_id, node_id):
    """Ask for a resync and return the reply, waiting while the bank is in maintenance."""
    url = BASE + "/users/" + user_id + "/nodes/" + node_id
    tries = 0
    while True:
        r = requests.patch(url, params={"resync": "BALANCE"}, headers=HEADERS, timeout=60)
        body = r.json()
        tries += 1
        if body.get("error_code") == UNAVAILABLE and tries < MAX_TRIES:
            print("bank is in maintenance, waiting", WAIT)
            time.sleep(WAIT)
            continue
        return body


def check(user_id, node_id, name, minimum):
    body = refresh(user_id, node_id)
    if body.get("http_code") in PROBLEMS:
        problem = {
            "name": name,
            "http_code": body["http_code"],
            "error_code": body.get("error_code"),
            "text": PROBLEMS[body["http_code"]],
        }
        report["errors"].append(problem)
        print("ERROR", problem)
        return

    amount = body.get("info", {}).get("balance", {}).get("amount", 0)
    print(name, amount)
    if amount < minimum:
        report["low"].append({"name": name, "amount": amount})


def check_all(nodes, minimum):
    report["low"] = []
    report["errors"] = []
    for user_id, node_id, name in nodes:
        check(user_id, node_id, name, minimum)
    return report


def tell_ops():
    lines = []
    for item in report["low"]:
        lines.append("LOW %s: %.2f" % (item["name"], item["amount"]))
    for item in report["errors"]:
        lines.append("ERROR %(name)s: %(text)s (%(http_code)s/%(error_code)s)" % item)
    if not lines:
        return
    text = "\n".join(lines)
    print(text)
    if WEBHOOK:
        requests.post(WEBHOOK, json={"text": text}, timeout=10)


if __name__ == "__main__":
    ap = argparse.ArgumentParser()
    ap.add_argument("--nodes", required=True)
    ap.add_argument("--min", type=float, default=500.0)
    opts = ap.parse_args()
    with open(opts.nodes) as fh:
        check_all(json.load(fh), opts.min)
    tell_ops()
