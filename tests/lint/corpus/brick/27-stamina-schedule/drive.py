import httpx

from consumo import Consumo


def make_client(base_url: str):
    return Consumo(httpx.Client(base_url=base_url))


def call(client):
    return client.contas("c-1")
