from functools import partial

from engine import Engine
from transport import Transport


def make_client(base_url: str):
    return partial(Transport, base_url, "tok")


def call(client):
    return Engine(client()).run("12345678909")
