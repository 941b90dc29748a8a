import httpx

from balances import Balances


def make_client(base_url: str):
    return Balances(httpx.Client(base_url=base_url))


def call(client):
    return client.balance("bci.cl", "11111111-1", "secret")
