from functools import partial

from flags import apply


def make_client(base_url: str):
    return partial(apply, base=base_url, workers=1)


def call(client):
    return client({"key-1": True})
