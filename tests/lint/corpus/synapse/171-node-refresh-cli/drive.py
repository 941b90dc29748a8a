from functools import partial

from nodes import refresh


def make_client(base_url: str):
    return partial(refresh, base=base_url)


def call(client):
    return client("u1", "n1")
