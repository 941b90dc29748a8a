import httpx

from cards import CardReader


def make_client(base_url: str):
    return CardReader(httpx.Client(base_url=base_url))


def call(client):
    return client.bills(["c-1"])
