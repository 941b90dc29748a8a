from functools import partial

from movementsd import pull


def make_client(base_url: str):
    return partial(pull, base_url, "tok")


def call(client):
    return client("bci.cl", "11111111-1", "secret")
