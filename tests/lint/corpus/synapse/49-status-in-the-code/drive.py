import httpx

from relink import to_relink


def make_client(base_url):
    return httpx.Client(base_url=base_url, headers={"X-SP-GATEWAY": "id|secret", "X-SP-USER": "oauth|fp"})


def call(client):
    return to_relink(client, [("u1", "n1")])
