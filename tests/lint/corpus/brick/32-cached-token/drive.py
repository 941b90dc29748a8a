import itertools

import httpx

from accounts import Accounts
from identity import Identity


def make_client(base_url: str):
    serial = itertools.count(1)
    return Accounts(httpx.Client(base_url=base_url), Identity(lambda scope: f"{scope}-{next(serial)}"))


def call(client):
    return client.list("c-1")
