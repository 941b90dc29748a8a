import httpx

from recursos import Recursos


def make_client(base_url: str):
    return Recursos(httpx.Client(base_url=base_url))


def call(client):
    return client.listar("c-1")
