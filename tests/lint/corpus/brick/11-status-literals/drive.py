from client import BrickClient
from nightly import sync


def make_client(base_url: str):
    return BrickClient(base_url, token="tok")


def call(client):
    return sync(client, "acc-1", "c-1")
