#!/usr/bin/env python3
# cron: 30 5 * * *  python movements.py >> /var/log/movements.log
# downloads yesterday's movements of every company account from khipu
import csv
import json
import sys
import time
from datetime import date, timedelta

import requests

from accounts import ACCOUNTS

BASE = "https://api.khipu.com/v1"
TOKEN = "changeme"
MAX_TRIES = 3

REPORT = {"done": 0, "failed": {}}


def yesterday():
    return (date.today() - timedelta(days=1)).isoformat()


def post(service, fields):
    r = requests.post(
        BASE + "/cl/" + service,
        data=json.dumps(fields),
        headers={"Authorization": "Bearer " + TOKEN, "Content-Type": "application/json"},
        timeout=120,
    )
    return r.json()


def get_movements(account):
    fields = {
        "Username": account["user"],
        "Password": account["password"],
        "Date": yesterday(),
    }
    tries = 0
    while tries < MAX_TRIES:
        tries = tries + 1
        body = post(account["service"], fields)
        error = body.get("Error")
        if error and error["Code"].startswith("E"):
            print("error", error["Code"], error["Type"], "for", account["name"])
            if error["Type"] == "DO_NOT_RETRY":
                REPORT["failed"][account["name"]] = error["Code"]
                return None
            if error["Type"] == "WAIT_4_HOURS_BEFORE_RETRY":
                # 4 hours
                print("khipu asks to wait, sleeping")
                time.sleep(4 * 60)
                continue
            time.sleep(5)
            continue
        data = body.get("Data") or {}
        return data.get("Movements", [])
    REPORT["failed"][account["name"]] = error["Code"]
    return None


def write_rows(name, rows):
    out = csv.writer(sys.stdout)
    for row in rows:
        out.writerow([name, row.get("Date"), row.get("Amount"), row.get("Description")])


def run(accounts):
    REPORT["done"] = 0
    REPORT["failed"] = {}
    for account in accounts:
        rows = get_movements(account)
        if rows is None:
            continue
        write_rows(account["name"], rows)
        REPORT["done"] = REPORT["done"] + 1
    print("done:", REPORT["done"], "failed:", REPORT["failed"])
    return dict(REPORT)


if __name__ == "__main__":
    result = run(ACCOUNTS)
    if result["failed"]:
        sys.exit(1)
