# -*- coding: utf-8 -*-
"""Monthly pull of the Klavi reports that feed the credit score model.

Usage: KLAVI_TOKEN=... python pull_reports.py people.csv out.csv
"""
import csv
import os
import sys
import time

import requests

BASE = os.environ.get("KLAVI_URL", "https://api.klavi.ai/data/v1")
HALF_HOUR = 30 * 60

# the bank is still looking at the device / registration, not our fault
BANK_IS_CHECKING = [414, 415]


class KlaviProblem(Exception):
    def __init__(self, code, message):
        super(KlaviProblem, self).__init__("klavi %s: %s" % (code, message))
        self.code = code
        self.message = message


class Puller:
    def __init__(self, token, base=BASE):
        self.base = base
        self.http = requests.Session()
        self.http.headers["Authorization"] = f"Bearer {token}"

    def _post(self, path, payload):
        r = self.http.post(self.base + path, json=payload, timeout=60)
        out = r.json()
        out["code"] = int(out["code"])
        return out

    def login(self, person):
        out = self._post("/login", person)
        rounds = 0
        while out["code"] in BANK_IS_CHECKING and rounds < 4:
            print("  bank is checking", person["cpf"], "- waiting")
            time.sleep(HALF_HOUR)
            out = self._post("/login", person)
            rounds += 1
        return out

    def report(self, person):
        out = self.login(person)
        code = out["code"]
        if not 200 <= code < 300:
            raise KlaviProblem(code, out.get("message"))
        return out["data"]


def features(transactions):
    """income, spending and number of movements of the last report"""
    amounts = [float(t["amount"]) for t in transactions]
    income = sum(a for a in amounts if a > 0)
    spent = -sum(a for a in amounts if a < 0)
    return {"income": round(income, 2), "spent": round(spent, 2), "n": len(amounts)}


def main(src, dst):
    puller = Puller(os.environ["KLAVI_TOKEN"])
    with open(src) as fin, open(dst, "w", newline="") as fout:
        writer = csv.DictWriter(fout, ["cpf", "income", "spent", "n", "problem"])
        writer.writeheader()
        for person in csv.DictReader(fin):
            row = {"cpf": person["cpf"]}
            try:
                row.update(features(puller.report(person)))
            except KlaviProblem as err:
                row["problem"] = "%s %s" % (err.code, err.message)
            writer.writerow(row)


if __name__ == "__main__":
    main(*sys.argv[1:3])
