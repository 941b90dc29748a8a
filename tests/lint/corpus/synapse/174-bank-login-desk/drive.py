from desk import Desk


def make_client(base_url: str):
    return Desk(base_url, {"X-SP-GATEWAY": "id|secret", "X-SP-USER": "oauth|fp"}, lambda summary: None)


def call(client):
    return client.login("u1", "chase", "jdoe", "pw")
