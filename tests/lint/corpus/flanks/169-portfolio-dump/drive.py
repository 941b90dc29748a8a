from functools import partial

from dump import dump_all


def make_client(base_url: str):
    return partial(dump_all, base_url, "access-token")


def call(client):
    return client({"acme": "cred-token"})
