#!/usr/bin/env python3
"""khipu-statement: print a bank statement as CSV.

exit status: 0 done, 64 the request was wrong, 69 the bank or Khipu could not do it,
75 try again (not before the moment printed on stderr), 77 log in again
"""
from __future__ import annotations

import argparse
import csv
import datetime as dt
import getpass
import json
import os
import sys
from collections.abc import Sequence

import attrs
import urllib3

EX_OK, EX_USAGE, EX_UNAVAILABLE, EX_TEMPFAIL, EX_NOPERM = 0, 64, 69, 75, 77

CONNECT_ONLY = urllib3.Retry(
    total=3, connect=3, read=0, redirect=0, status=0, other=0, backoff_factor=0.4,
    respect_retry_after_header=False,
)


@attrs.frozen
class Failure:
    code: str = attrs.field(validator=attrs.validators.instance_of(str))
    type: str = attrs.field(validator=attrs.validators.instance_of(str))
    description: str = ""

    @property
    def not_before(self) -> dt.datetime | None:
        now = dt.datetime.now().astimezone()
        match self.type:
            case "RETRY_IMMEDIATELY":
                return now
            case "WAIT_4_HOURS_BEFORE_RETRY":
                return now + dt.timedelta(hours=4)
            case _:
                return None

    @property
    def exit_status(self) -> int:
        if self.not_before is not None:
            return EX_TEMPFAIL
        match self.code[0], self.code[1:2]:
            case ("A", _) | ("E", "1"):
                return EX_NOPERM
            case ("P", _) | ("E", "4"):
                return EX_USAGE
            case _:
                return EX_UNAVAILABLE


class StatementFailed(Exception):
    def __init__(self, failure: Failure) -> None:
        super().__init__(f"{failure.code}: {failure.description}")
        self.failure = failure


class Statements:
    def __init__(self, token: str, base_url: str = "https://api.khipu.com") -> None:
        self.base_url = base_url
        self.http = urllib3.PoolManager(
            headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
            retries=CONNECT_ONLY,
            timeout=urllib3.Timeout(connect=4, read=150),
        )

    def fetch(self, bank: str, username: str, password: str, month: str) -> list[dict[str, str]]:
        payload = {"Username": username, "Password": password, "Month": month}
        answer = self.http.request(
            "POST", f"{self.base_url}/v1/cl/banks/{bank}/personas/transactions", body=json.dumps(payload)
        )
        doc = json.loads(answer.data)
        if doc["Error"]:
            error = doc["Error"]
            raise StatementFailed(Failure(error["Code"], error["Type"], error["Description"]))
        return doc["Data"]["Transactions"]


def main(argv: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bank")
    parser.add_argument("username")
    parser.add_argument("month", help="YYYY-MM")
    args = parser.parse_args(argv)
    client = Statements(os.environ["KHIPU_TOKEN"])
    try:
        rows = client.fetch(args.bank, args.username, getpass.getpass(), args.month)
    except StatementFailed as exc:
        print(exc, file=sys.stderr)
        if moment := exc.failure.not_before:
            print(f"not before {moment:%Y-%m-%d %H:%M}", file=sys.stderr)
        return exc.failure.exit_status
    out = csv.DictWriter(sys.stdout, ["Date", "Description", "Amount"], extrasaction="ignore")
    out.writeheader()
    out.writerows(rows)
    return EX_OK


if __name__ == "__main__":
    sys.exit(main())
