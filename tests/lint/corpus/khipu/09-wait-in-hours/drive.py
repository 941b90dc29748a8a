from functools import partial

from banks import balance
from scheduler import run


def make_client(base_url: str):
    return partial(balance, "bci.cl", "11111111-1", "secret", base_url)


def call(client):
    return run(client)
