import httpx

from extratos import Extratos


def make_client(base_url):
    return Extratos(httpx.Client(base_url=base_url, timeout=10))


def call(client):
    return list(client.transacoes("c-1", "2024-01-01"))
