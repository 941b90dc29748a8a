from refresher import Refresher
from transport import HttpClient


def make_client(base_url: str):
    return Refresher(HttpClient("id", "secret", "fp", base_url=base_url))


def call(client):
    return client.refresh("u1", "n1")
