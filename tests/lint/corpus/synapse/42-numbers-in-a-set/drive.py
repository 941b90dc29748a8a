import httpx

from payouts import Payouts


def make_client(base_url):
    return Payouts(httpx.Client(base_url=base_url, headers={"X-SP-GATEWAY": "id|secret"}))


def call(client):
    return client.send("u1", "n1", "n2", 1000, "key-1")
