"""Dump every customer's portfolios to one JSON file (for the advisors' monthly report).

    FLANKS_TOKEN=... python export_portfolios.py credentials.txt -o portfolios.json

One credentials_token a line. Customers that could not be read are listed in errors.json
with the status and the code that Flanks gave, support looks at them in the morning.
"""
import argparse
import json
import os
import time

import requests

FLANKS_URL = os.environ.get("FLANKS_URL", "https://api.flanks.io")
FLANKS_TOKEN = os.environ.get("FLANKS_TOKEN", "")

POLL_SECONDS = 20
MAX_POLLS = 15

BANK_DOWN_SECONDS = 10 * 60
MAX_BANK_DOWN = 3

errors = {}


def post(path, credentials_token):
    r = requests.post(
        FLANKS_URL + path,
        json={"credentials_token": credentials_token},
        headers={"Authorization": "Bearer " + FLANKS_TOKEN},
        timeout=60,
    )
    try:
        body = r.json()
    except ValueError:
        body = {"error": r.text[:200]}
    return r.status_code, body


def has_failed(status, body):
    # an error code can come in any answer, so the status alone is not enough
    if status != 200:
        return True
    return isinstance(body, dict) and (body.get("error_code") is not None or "error" in body)


def read_portfolios(credentials_token):
    """Returns the portfolios, or None (and fills errors)."""
    polls = 0
    bank_down = 0
    status, body = post("/v0/bank/portfolio", credentials_token)
    while has_failed(status, body):
        code = body.get("error_code")
        if code == 20002 and polls < MAX_POLLS:
            polls = polls + 1
            print("   not ready, poll %d of %d" % (polls, MAX_POLLS))
            time.sleep(POLL_SECONDS)
        elif code == 50001 and bank_down < MAX_BANK_DOWN:
            bank_down = bank_down + 1
            print("   bank is down, waiting %d s" % BANK_DOWN_SECONDS)
            time.sleep(BANK_DOWN_SECONDS)
        else:
            errors[credentials_token] = {"status": status, "code": code, "error": body.get("error")}
            print("   failed: %s %s %s" % (status, code, explain(status, code)))
            return None
        status, body = post("/v0/bank/portfolio", credentials_token)
    return body["portfolios"]


def explain(status, code):
    if code == 20001:
        return "open a ticket with Flanks"
    if code == 20002:
        return "still being retrieved, next month then"
    if code == 20003:
        return "security checks, ready in one or two days"
    if code == 40001:
        return "our request is wrong"
    if code == 50001:
        return "bank is still down"
    if code == 50002:
        return "customer has to correct the bank password"
    if code == 50003:
        return "customer has to do the 2FA"
    if status == 401:
        return "check FLANKS_TOKEN"
    return "see errors.json"


def export(tokens):
    result = {}
    errors.clear()
    for number, token in enumerate(tokens, 1):
        print("%d/%d" % (number, len(tokens)))
        portfolios = read_portfolios(token)
        if portfolios is None:
            continue
        result[token] = portfolios
    return result


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("credentials")
    parser.add_argument("-o", "--output", default="portfolios.json")
    args = parser.parse_args()

    with open(args.credentials) as f:
        tokens = [line.strip() for line in f if line.strip()]
    result = export(tokens)

    with open(args.output, "w") as f:
        json.dump(result, f, indent=1)
    with open("errors.json", "w") as f:
        json.dump(errors, f, indent=1)
    print("%d customers, %d errors" % (len(result), len(errors)))
    return 1 if errors else 0


if __name__ == "__main__":
    raise SystemExit(main())
