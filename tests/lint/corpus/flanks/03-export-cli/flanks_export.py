"""Export the accounts of a credentials token as CSV to stdout.

usage: flanks_export.py [-H host[:port]] [--insecure] TOKEN

FLANKS_BEARER must be set. Errors go to stderr as "status code text", the exit status says who has to act:
10 us, 11 the end user, 12 Flanks, 13 nobody (try the export later).
"""
from __future__ import print_function

import csv
import http.client
import json
import os
import sys
from dataclasses import dataclass
from typing import Optional

US, USER, FLANKS, LATER = 10, 11, 12, 13


@dataclass
class Problem(object):
    status: int
    error: str = ""
    error_code: Optional[int] = None
    message: str = ""
    credentials_token: str = ""

    def __str__(self):
        return "%d %s %s" % (self.status, self.error_code or "-", self.error or self.message)

    @property
    def actor(self):
        who = {
            20001: FLANKS,
            20002: LATER,
            20003: LATER,
            40001: US,
            50001: LATER,
            50002: USER,
            50003: USER,
        }.get(self.error_code)
        if who is None:
            who = FLANKS if self.status == 500 else US
        return who


class Export(object):
    def __init__(self, host, bearer, secure=True):
        cls = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        self.conn = cls(host, timeout=20)
        self.bearer = bearer

    def accounts(self, token):
        self.conn.request(
            "POST",
            "/v0/bank/credentials/account",
            json.dumps({"credentials_token": token}),
            {"Content-Type": "application/json", "Authorization": "Bearer %s" % self.bearer()},
        )
        resp = self.conn.getresponse()
        doc = json.loads(resp.read().decode("utf-8"))
        if isinstance(doc, dict):
            known = ("error", "error_code", "message", "credentials_token")
            return Problem(resp.status, **{k: doc[k] for k in known if k in doc})
        return doc


def main(argv, bearer=lambda: os.environ["FLANKS_BEARER"], out=sys.stdout, err=sys.stderr):
    host, secure = "api.flanks.io", True
    args = list(argv)
    while args and args[0].startswith("-"):
        flag = args.pop(0)
        if flag == "-H":
            host = args.pop(0)
        elif flag == "--insecure":
            secure = False
        else:
            print(__doc__, file=err)
            return 64
    found = Export(host, bearer, secure).accounts(args[0])
    if isinstance(found, Problem):
        print(found, file=err)
        return found.actor
    writer = csv.writer(out)
    writer.writerow(["iban", "balance", "currency"])
    for row in found:
        writer.writerow([row.get("iban"), row.get("balance"), row.get("currency")])
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
