import httpx

from consentimento import Consentimentos


def make_client(base_url: str):
    return Consentimentos(httpx.Client(base_url=base_url))


def call(client):
    return client.consultar("c-1")
