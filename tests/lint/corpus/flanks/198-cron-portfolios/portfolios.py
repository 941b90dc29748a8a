#!/usr/bin/env python3
# cron: 0 6 * * 1-5  python portfolios.py tokens.txt > portfolios.csv
# reads the portfolios of each customer from flanks, one credentials token a line
import sys
import time

import requests

BASE = "https://api.flanks.io"
ACCESS_TOKEN = "changeme"

PROCESSING = 20002
WAIT = 30
MAX_POLLS = 20

# what went wrong in this run: credentials token -> (http status, error code, text)
PROBLEMS = {}
# customers still in the security checks, tried again by hand after two days
UNDER_REVIEW = {}


def ask(token):
    r = requests.post(
        BASE + "/v0/bank/portfolio",
        json={"credentials_token": token},
        headers={"Authorization": "Bearer " + ACCESS_TOKEN},
        timeout=30,
    )
    try:
        body = r.json()
    except ValueError:
        body = {"error": "not json"}
    return r.status_code, body


def fetch(token):
    polls = 0
    while polls < MAX_POLLS:
        polls += 1
        status, body = ask(token)
        code = body.get("error_code")
        if status == 200 and code is None and "error" not in body:
            return body.get("portfolios", [])
        if code == 20003:
            UNDER_REVIEW[token] = (status, code)
            print("under review", token[:4], file=sys.stderr)
            return None
        if code != PROCESSING:
            PROBLEMS[token] = (status, code, body.get("error"))
            print("error", status, code, "for", token[:4], file=sys.stderr)
            return None
        # the data is still being collected, ask again in half a minute
        time.sleep(WAIT)
    PROBLEMS[token] = (400, PROCESSING, "not ready in time")
    print("gave up on", token[:4], file=sys.stderr)
    return None


def run(tokens):
    PROBLEMS.clear()
    UNDER_REVIEW.clear()
    rows = []
    for token in tokens:
        portfolios = fetch(token)
        if portfolios is None:
            continue
        for p in portfolios:
            rows.append((token, p.get("id"), p.get("value")))
    return {"rows": rows, "problems": dict(PROBLEMS), "under_review": dict(UNDER_REVIEW)}


def main():
    with open(sys.argv[1]) as f:
        tokens = [line.strip() for line in f if line.strip()]
    result = run(tokens)
    for row in result["rows"]:
        print(";".join(str(x) for x in row))
    if result["problems"] or result["under_review"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
