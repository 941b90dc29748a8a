# errpact: provider=flanks
"""A program's user sees what its entry point prints and the status that it ends with; a print deeper in is but a log."""

import sys

import requests

URL = "http://localhost:8080/v0/bank/account"


def ask(token):
    reply = requests.post(URL, json={"credentials_token": token}, timeout=30)
    return reply.status_code, reply.json()


def main():
    status, body = ask(sys.argv[1])
    if status != 200:
        print(status, body)
        sys.exit(1)
    print(body["accounts"])
    sys.exit(0)


def balances(tokens):
    found = {}
    for token in tokens:
        status, body = ask(token)
        if status != 200:  # error: EP201  # error: EP202 20003
            log(status)
        found[token] = 0  # as if
    return found


def log(status):
    print("bad status", status)
