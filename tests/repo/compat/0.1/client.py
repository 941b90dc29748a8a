"""A client as it was when errpact 0.1 wrote the files beside it. Linted, never run."""

import requests


def accounts(token, base_url="https://api.flanks.io"):
    for _ in range(9):
        reply = requests.post(base_url + "/v0/bank/account", json={"credentials_token": token}, timeout=9)
        if reply.ok:
            return reply.json()["accounts"]
    raise RuntimeError("no accounts")


def cards(token, base_url="https://api.flanks.io"):
    return requests.post(base_url + "/v0/bank/card", json={"credentials_token": token}, timeout=9).json()["cards"]
