from refresher import Refresher


def make_client(base_url):
    return Refresher(base_url, {"X-SP-GATEWAY": "id|secret"})


def call(client):
    return client.refresh("u1", "n1")
