"""Prints the holdings of one client, as aggregated by Flanks."""
import os
import sys
import time

import requests

HOST = os.getenv("FLANKS_HOST", "https://api.flanks.io")
POLL_SECONDS = 30
MAX_POLLS = 40


class FlanksError(Exception):
    pass


class NotReady(FlanksError):
    pass


class CredentialsProblem(FlanksError):
    pass


def get_token(client_id, client_secret, host=HOST):
    r = requests.post(
        host + "/v0/token",
        json={"client_id": client_id, "client_secret": client_secret, "grant_type": "client_credentials"},
        timeout=20,
    )
    if r.status_code != 200:
        raise FlanksError("token: HTTP %d %s" % (r.status_code, r.text))
    return r.json()["access_token"]


def fetch(path, token, credentials_token, host=HOST):
    r = requests.post(
        host + path,
        headers={"Authorization": "Bearer " + token},
        json={"credentials_token": credentials_token},
        timeout=60,
    )
    data = r.json()
    if r.status_code == 200:
        return data

    code = data.get("error_code")
    msg = data.get("error") or data.get("message")
    if code == "20002":
        raise NotReady(msg)
    elif code == "50002" or code == "50003":
        raise CredentialsProblem("%s: %s" % (code, msg))
    else:
        raise FlanksError("HTTP %d, code %s: %s" % (r.status_code, code, msg))


def holdings(token, credentials_token, host=HOST):
    polls = 0
    while True:
        try:
            return fetch("/v0/bank/credentials/investment", token, credentials_token, host)
        except NotReady as e:
            polls += 1
            if polls >= MAX_POLLS:
                raise
            print("still extracting (%s), waiting" % e, file=sys.stderr)
            time.sleep(POLL_SECONDS)


def main():
    token = get_token(os.environ["FLANKS_ID"], os.environ["FLANKS_SECRET"])
    try:
        for h in holdings(token, sys.argv[1]):
            print("%-14s %-40s %14s %s" % (h.get("isin"), h.get("name"), h.get("balance"), h.get("currency")))
    except CredentialsProblem as e:
        print("ask the client to reconnect the bank:", e)
        return 3
    except FlanksError as e:
        print("failed:", e)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
