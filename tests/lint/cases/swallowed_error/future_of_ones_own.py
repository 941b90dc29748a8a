# errpact: provider=flanks
"""A future that the program made itself: an error that is set on it is kept for whoever waits."""

from concurrent.futures import Executor, Future

import requests


class FlanksError(Exception):
    def __init__(self, reply):
        super().__init__(f"HTTP {reply.status_code}: {reply.text}")
        self.status = reply.status_code
        self.code = reply.json().get("error_code")


def accounts(token):
    reply = requests.post("https://api.flanks.io/v0/bank/account", json={"credentials_token": token}, timeout=30)
    if reply.status_code != 200 or reply.json().get("error_code") is not None:
        raise FlanksError(reply)
    return reply.json()["accounts"]


class InPlace(Executor):
    def submit(self, fn, /, *args, **kwargs):
        future = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as exc:
            future.set_exception(exc)
        return future


def all_accounts(tokens):
    pool = InPlace()
    return [future.result() for future in [pool.submit(accounts, token) for token in tokens]]


def all_but_the_failed(tokens):
    found = []
    for token in tokens:
        try:
            found.append(accounts(token))
        except FlanksError:  # error: EP204
            continue
    return found
