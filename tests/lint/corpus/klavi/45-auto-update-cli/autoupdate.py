#!/usr/bin/env python3
"""Switch Klavi's automatic update of a user's data on or off.

usage: autoupdate.py [-v] (on|off) CONNECTION_KEY [CONNECTION_KEY ...]

Exit status follows sysexits.h, so that the run book can branch on it.
"""
from __future__ import annotations

import argparse
import http.client
import json
import os
import sys
import time
from urllib.parse import urlsplit

EX_OK, EX_DATAERR, EX_SOFTWARE, EX_TEMPFAIL, EX_NOPERM, EX_CONFIG = 0, 65, 70, 75, 77, 78

EXIT_FOR = {
    "601": EX_NOPERM,
    "602": EX_DATAERR,
    "708": EX_DATAERR,
    "429": EX_TEMPFAIL,
    **dict.fromkeys(("600", "701", "702", "703", "704"), EX_CONFIG),
}

OPS_HOST = "ops.intranet.example"


class Refused(Exception):
    def __init__(self, code: str, message: str):
        Exception.__init__(self, code, message)
        self.code, self.message = code, message

    def __str__(self) -> str:
        return f"klavi said {self.code} ({self.message})"

    @property
    def exit_status(self) -> int:
        return EXIT_FOR.get(self.code, EX_SOFTWARE)


def _exchange(base: str, path: str, payload: dict, headers: dict) -> dict:
    url = urlsplit(base)
    kind = http.client.HTTPSConnection if url.scheme == "https" else http.client.HTTPConnection
    conn = kind(url.netloc, timeout=30)
    try:
        conn.request("POST", url.path + path, json.dumps(payload), {"Content-Type": "application/json", **headers})
        return json.loads(conn.getresponse().read())
    finally:
        conn.close()


class KlaviUpdates:
    def __init__(self, partner: str, token: str, base: str = "https://api.klavi.ai"):
        self.base = base
        self.headers = {"X-Partner-Code": partner, "X-Partner-Token": token}

    def allow(self, connection_key: str, wanted: bool) -> dict:
        payload = {"connectionKey": connection_key, "allowAutoUpdate": wanted}
        for left in (2, 1, 0):
            try:
                answer = _exchange(self.base, "/v1/user/auto-update", payload, self.headers)
                break
            except (ConnectionError, TimeoutError, http.client.RemoteDisconnected):
                if not left:
                    raise
                time.sleep(3)
        code = str(answer["code"])
        if code != "200":
            raise Refused(code, answer.get("message", ""))
        return answer


def tell_ops(text: str) -> None:
    """The pager API: answers code "0", or "1001" while it is failing over."""
    for _ in range(5):
        answer = _exchange(f"https://{OPS_HOST}", "/page", {"text": text}, {})
        if answer["code"] != "1001":
            return
        time.sleep(1)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="autoupdate")
    parser.add_argument("state", choices=["on", "off"])
    parser.add_argument("keys", nargs="+", metavar="CONNECTION_KEY")
    parser.add_argument("-v", "--verbose", action="store_true")
    args = parser.parse_args(argv)
    try:
        client = KlaviUpdates(os.environ["KLAVI_PARTNER"], os.environ["KLAVI_TOKEN"])
    except KeyError as missing:
        parser.error(f"environment variable {missing} is not set")

    worst = EX_OK
    for key in args.keys:
        try:
            client.allow(key, args.state == "on")
        except Refused as no:
            print(f"{key}: {no}", file=sys.stderr)
            worst = max(worst, no.exit_status)
            if no.exit_status == EX_CONFIG:
                tell_ops(f"autoupdate stopped: {no}")
                return EX_CONFIG
        else:
            if args.verbose:
                print(f"{key}: automatic update is {args.state}")
    return worst


if __name__ == "__main__":
    sys.exit(main())
