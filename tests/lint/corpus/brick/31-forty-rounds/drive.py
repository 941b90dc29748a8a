from functools import partial

from resources import resources
from settings import local


def make_client(base_url: str):
    return partial(resources, local(base_url))


def call(client):
    return client("c-1")
