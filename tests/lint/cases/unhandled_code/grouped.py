# errpact: provider=flanks
"""What became of each token, by what is to be done; grouped by what an error doesn't have, the errors are gone."""

from itertools import groupby
from operator import itemgetter

import requests

URL = "http://localhost:8080/v0/bank/account"


class Held:
    pass


class Refused:
    pass


def fetch(token):
    body = requests.post(URL, json={"credentials_token": token}, timeout=30).json()
    failed = "error" in body or "error_code" in body
    return {True: Refused, False: Held}[failed]()


def step(outcome):
    return "keep" if isinstance(outcome, Held) else "call-support"


def by_step(tokens):
    pairs = sorted(((step(fetch(t)), t) for t in tokens), key=itemgetter(0))
    return {name: [t for _, t in group] for name, group in groupby(pairs, key=lambda pair: pair[0])}


def by_currency(tokens):
    answers = (requests.post(URL, json={"credentials_token": t, "page": 1}, timeout=30).json() for t in tokens)
    accounts = sorted((a for answer in answers for a in answer.get("accounts", ())), key=itemgetter("currency"))
    return {name: list(group) for name, group in groupby(accounts, key=itemgetter("currency"))}  # error: EP201  # error: EP202
