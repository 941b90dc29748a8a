#!/usr/bin/env python3
"""Exports the positions of every credentials token in a file to parquet-ready JSON lines."""
import json
import logging
import os
import sys
import time

import requests

FLANKS = os.environ.get("FLANKS_URL", "https://api.flanks.io")
log = logging.getLogger("positions")


class FlanksError(RuntimeError):
    def __init__(self, code, text):
        super().__init__("flanks %s: %s" % (code, text))
        self.code = code


class Positions:
    def __init__(self, api_token, base_url=FLANKS, polls=40):
        self.base_url = base_url
        self.polls = polls
        self.session = requests.Session()
        self.session.headers["Authorization"] = "Bearer " + api_token

    def of(self, credentials_token):
        for n in range(self.polls):
            reply = self.session.post(
                self.base_url + "/v0/portfolio/positions",
                json={"credentials_token": credentials_token},
                timeout=60,
            )
            body = reply.json()
            if reply.status_code == 200:
                return body
            if "try again" in body["error"].lower():
                log.info("poll %d: %s", n, body["error"])
                time.sleep(15)
                continue
            raise FlanksError(body["error_code"], body["error"])
        raise TimeoutError("no data for %s" % credentials_token)


def main():
    positions = Positions(os.environ["FLANKS_TOKEN"])
    bad = 0
    for line in sys.stdin:
        token = line.strip()
        try:
            rows = positions.of(token)
        except (FlanksError, TimeoutError) as exc:
            log.error("%s: %s", token, exc)
            bad += 1
            continue
        for row in rows:
            sys.stdout.write(json.dumps({"token": token, **row}) + "\n")
    return bad


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO, stream=sys.stderr)
    sys.exit(main())
