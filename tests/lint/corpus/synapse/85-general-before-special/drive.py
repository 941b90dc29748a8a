import httpx

from fx.wires import Wires


def make_client(base_url):
    return Wires(httpx.Client(base_url=base_url, headers={"X-SP-GATEWAY": "id|secret"}))


def call(client):
    return client.send("u1", "n1", {"amount": {"amount": 5.0, "currency": "USD"}}, "key-1")
