from functools import partial

from permissions import ask
from pool import make_pool


def make_client(base_url: str):
    return partial(ask, make_pool("tok"), base_url)


def call(client):
    return client("brand-1", ["score"])
