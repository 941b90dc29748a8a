import httpx

from debts import DebtClient


def make_client(base_url: str):
    return DebtClient(httpx.Client(base_url=base_url), "jwt")


def call(client):
    return client.debts("11111111-1", "secret")
