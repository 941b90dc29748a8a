import httpx

from starter import Starter


def make_client(base_url: str):
    http = httpx.Client(base_url=base_url, transport=httpx.HTTPTransport(retries=2))
    return Starter(http, "https://hooks.acme.cl/khipu")


def call(client):
    return client.start("sii.cl/tax-folder", Username="11111111-1", Password="secret")
