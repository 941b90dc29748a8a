from nodes import Nodes


def make_client(base_url):
    return Nodes({"X-SP-GATEWAY": "id|secret", "X-SP-USER": "oauth|fp"}, base_url)


def call(client):
    return client.refresh("u1", "n1")
