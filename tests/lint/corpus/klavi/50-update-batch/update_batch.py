#!/usr/bin/env python3
"""Nightly: asks Klavi to update the data of every connection whose key is on stdin.

Prints one tab-separated line per key and ends with a status that cron understands.
"""
from __future__ import annotations

import argparse
import json
import os
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import urllib3

from results import Row, Summary

# These say something about our partner account, not about one connection.
ACCOUNT_CODES = frozenset({701, 702, 703, 704})
NOT_SENT = "not sent: partner account was refused"


class Updater:
    def __init__(self, partner: str, token: str, base_url: str = "https://api.klavi.ai", workers: int = 4):
        self.url = base_url.rstrip("/") + "/data/v1/update"
        self.headers = {
            "Content-Type": "application/json",
            "partnerCode": partner,
            "partnerToken": token,
        }
        self.workers = workers
        self.refused = threading.Event()
        self.pool = urllib3.PoolManager(
            maxsize=workers,
            timeout=urllib3.Timeout(connect=5, read=60),
            retries=urllib3.Retry(
                total=None, connect=3, read=0, redirect=0, status=0, other=0,
                backoff_factor=1.0, respect_retry_after_header=False, raise_on_redirect=False,
            ),
        )

    def one(self, key: str) -> Row:
        if self.refused.is_set():
            return Row(key, None, NOT_SENT)
        body = json.dumps({"connectionKey": key, "allowAutoUpdate": True})
        try:
            resp = self.pool.request("POST", self.url, body=body, headers=self.headers)
        except urllib3.exceptions.HTTPError as exc:
            return Row(key, None, f"no answer: {exc.__class__.__name__}")
        try:
            doc = json.loads(resp.data)
            code = int(doc["code"])
        except (ValueError, KeyError, TypeError):
            return Row(key, 0, f"answer without a code, HTTP {resp.status}")
        if code in ACCOUNT_CODES:
            self.refused.set()
        return Row(key, code, str(doc.get("message", "")))

    def run(self, keys: list[str]) -> Summary:
        summary = Summary()
        with ThreadPoolExecutor(max_workers=self.workers) as pool:
            summary.extend(pool.map(self.one, keys))
        return summary


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--base-url", default="https://api.klavi.ai")
    parser.add_argument("--workers", type=int, default=4)
    args = parser.parse_args(argv)

    keys = [line.strip() for line in sys.stdin if line.strip()]
    updater = Updater(os.environ["KLAVI_PARTNER"], os.environ["KLAVI_TOKEN"], args.base_url, args.workers)
    summary = updater.run(keys)
    for row in summary.rows:
        print(row, file=sys.stdout if row.updated else sys.stderr)
    totals = ", ".join(f"{code}={n}" for code, n in sorted(summary.by_code.items(), key=str))
    print(f"{len(keys)} keys: {totals}", file=sys.stderr)
    return int(summary.exit_code(ACCOUNT_CODES))


if __name__ == "__main__":
    sys.exit(main())
