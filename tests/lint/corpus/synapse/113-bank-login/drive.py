from functools import partial

from bank_login import login


def make_client(base_url):
    return partial(login, base_url=base_url)


def call(client):
    return client("u1", "key", "synapse_good", "test1234", "fake")
