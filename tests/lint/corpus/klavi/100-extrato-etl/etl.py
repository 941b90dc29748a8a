"""Pulls Open Data reports from Klavi into CSV, one line per customer in a sidecar file.

Nothing here waits for hours: when Klavi says "come back later" the sidecar carries the time, for
the next run ("later") or for support, who tell the customer when to log in ("customer").
"""
import csv
import datetime as dt
import json
import logging
import os
import sys
import time
from collections import Counter
from typing import NamedTuple, Optional

import urllib3

log = logging.getLogger("etl")

COMPLETE = {200}
INCOMPLETE = {201: "needs extra authorization", 202: "some transactions missing", 203: "no cpf in report"}
THROTTLED = 429
NEXT_RUN = {403: dt.timedelta(hours=1), 429: dt.timedelta(minutes=15), 432: dt.timedelta(hours=1)}
NEXT_LOGIN = {406: dt.timedelta(hours=24), 414: dt.timedelta(hours=24), 415: dt.timedelta(minutes=30)}
CUSTOMER = {402, 405, *range(407, 411), 413, *range(416, 421), *range(433, 436)}
OUR_SIDE = {400, 411, 412, 431, *range(501, 506)}
GONE = {401, 430}
TICKET = {404, 500}


class Answer(NamedTuple):
    code: int
    message: str
    data: Optional[dict]


class Line(NamedTuple):
    customer: str
    outcome: str
    code: int
    message: str
    not_before: str = ""


class KlaviReports:
    def __init__(self, partner: str, token: str, base_url: str = "https://api.klavi.ai"):
        self.base_url = base_url
        self.headers = {"X-Partner-Code": partner, "Authorization": "Bearer " + token}
        self.pool = urllib3.PoolManager(
            timeout=urllib3.Timeout(connect=5, read=60),
            retries=urllib3.Retry(total=None, connect=3, read=False, status=0, respect_retry_after_header=False),
        )

    def _get(self, customer: str) -> Answer:
        resp = self.pool.request(
            "GET", f"{self.base_url}/open-data/v1/users/{customer}/report", headers=self.headers
        )
        body = json.loads(resp.data)
        return Answer(int(body["code"]), body.get("message", ""), body.get("data"))

    def report(self, customer: str) -> Answer:
        answer = self._get(customer)
        for pause in (30, 60, 120):
            if answer.code != THROTTLED:
                break
            time.sleep(pause)
            answer = self._get(customer)
        return answer


def classify(customer: str, answer: Answer, now: dt.datetime) -> Line:
    code, message = answer.code, answer.message
    if code in COMPLETE:
        return Line(customer, "complete", code, message)
    if note := INCOMPLETE.get(code):
        return Line(customer, "incomplete: " + note, code, message)
    for outcome, delays in (("later", NEXT_RUN), ("customer", NEXT_LOGIN)):
        if code in delays:
            return Line(customer, outcome, code, message, (now + delays[code]).isoformat(timespec="minutes"))
    groups = {"customer": CUSTOMER, "check our call": OUR_SIDE, "gone": GONE, "ticket": TICKET}
    outcome = next((name for name, codes in groups.items() if code in codes), "unknown")
    return Line(customer, outcome, code, message)


class Etl:
    def __init__(self, reports: KlaviReports, transactions, sidecar) -> None:
        self.reports = reports
        self.transactions = csv.writer(transactions)
        self.sidecar = csv.writer(sidecar)
        self.seen: Counter = Counter()

    def one(self, customer: str) -> Line:
        answer = self.reports.report(customer)
        self.seen[answer.code] += 1
        line = classify(customer, answer, dt.datetime.now(dt.timezone.utc))
        if answer.data:
            for tx in answer.data.get("transactions", []):
                self.transactions.writerow([customer, tx["date"], tx["amount"], line.outcome])
        self.sidecar.writerow(line)
        return line

    def run(self, customers) -> int:
        lines = [self.one(c) for c in customers]
        for code, n in sorted(self.seen.items()):
            log.info("klavi.code.%d=%d", code, n)
        return sum(line.outcome != "complete" for line in lines)


def main() -> int:
    logging.basicConfig(level=logging.INFO)
    customers = [c.strip() for c in sys.stdin if c.strip()]
    with open("transactions.csv", "w", newline="") as tx, open("sidecar.csv", "w", newline="") as side:
        reports = KlaviReports(os.environ["KLAVI_PARTNER"], os.environ["KLAVI_TOKEN"])
        return min(Etl(reports, tx, side).run(customers), 120)


if __name__ == "__main__":
    sys.exit(main())
