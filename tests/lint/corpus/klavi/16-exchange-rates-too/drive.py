import httpx

from balances import Balances


def make_client(base_url: str):
    return Balances(httpx.Client(base_url=base_url))


def call(client):
    return client.in_reais("12345678909", "11-20-2026")
