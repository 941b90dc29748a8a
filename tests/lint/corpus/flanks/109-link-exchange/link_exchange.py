"""Small CLI: turn the `code` that Flanks Link leaves in our redirect into a credentials token.

    python link_exchange.py 'https://app.example.com/back?code=AbC&state=7f3' 7f3
"""
import os
import sys
import time
from urllib.parse import parse_qs, urlsplit

import requests

BASE = os.environ.get("FLANKS_BASE", "https://api.flanks.io")
READY, HELD = "ready", "held"


class LinkError(Exception):
    def __init__(self, status, error_code, text):
        super().__init__(f"flanks answered {status} ({error_code}): {text}")
        self.status = status
        self.error_code = error_code


def code_from(redirect, state):
    query = parse_qs(urlsplit(redirect).query)
    if query.get("state") != [state]:
        raise SystemExit("state mismatch, refusing the redirect")
    if "error" in query:
        raise SystemExit(f"the client left Flanks Link: {query['error'][0]}")
    return query["code"][0]


def exchange(code, token, base=BASE):
    for again in (True, True, False):
        try:
            r = requests.post(
                f"{base}/v0/bank/credentials/link/exchange",
                json={"code": code},
                headers={"Authorization": f"Bearer {token}"},
                timeout=30,
            )
            break
        except requests.exceptions.ConnectTimeout:
            if not again:
                raise
            time.sleep(2)

    body = r.json()
    error_code = body.get("error_code")
    if r.status_code == 200:
        return READY, body["credentials_token"]
    if r.status_code == 202 and error_code == 20003:
        # keep it, it starts to work once the checks are over
        return HELD, body["credentials_token"]
    raise LinkError(r.status_code, error_code, body.get("error"))


def first_data(credentials_token, token, base=BASE, every=20, limit=900):
    waited = 0
    while True:
        r = requests.post(
            f"{base}/v0/bank/credentials/account",
            json={"credentials_token": credentials_token},
            headers={"Authorization": f"Bearer {token}"},
            timeout=30,
        )
        body = r.json()
        if r.status_code == 200:
            return body
        error_code = body.get("error_code")
        if error_code == 20002 and waited < limit:
            time.sleep(every)
            waited += every
            continue
        raise LinkError(r.status_code, error_code, body.get("error"))


def main(argv):
    token = os.environ["FLANKS_TOKEN"]
    code = code_from(argv[1], argv[2])
    try:
        state, credentials_token = exchange(code, token)
        print(credentials_token)
        if state == HELD:
            print("held for security checks, come back in a day or two", file=sys.stderr)
            return 75
        for account in first_data(credentials_token, token):
            print(account.get("iban") or "-", account.get("balance"), sep="\t")
    except LinkError as e:
        if e.status == 401:
            print("our API token was refused, get a new one", file=sys.stderr)
        print(e, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv))
