import httpx

from fgts_service import FgtsService


def make_client(base_url: str):
    return FgtsService(httpx.Client(base_url=base_url))


def call(client):
    return client.register("12345678909")
