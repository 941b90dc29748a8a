import itertools

from auth import Tokens
from brick_session import BrickSession


def make_client(base_url: str):
    serial = itertools.count(1)
    return BrickSession(base_url, Tokens(lambda: f"tok-{next(serial)}"))


def call(client):
    return client.consent("c-1")
