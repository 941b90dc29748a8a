import httpx

from feed import Feed


def make_client(base_url):
    return Feed(httpx.Client(base_url=base_url, headers={"X-SP-GATEWAY": "id|secret"}))


def call(client):
    return client.counter("u1")
