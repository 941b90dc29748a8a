from transfers import Transfers


def make_client(base_url):
    return Transfers(base_url, **{"X-SP-GATEWAY": "id|secret", "X-SP-USER": "oauth|fp"})


def call(client):
    return client.send("u1", "n1", "n2", 12.5)
