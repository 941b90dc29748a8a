from subnets import Subnets


def make_client(base_url):
    return Subnets(base_url, **{"X-SP-GATEWAY": "id|secret"})


def call(client):
    return client.issue("u1", "n1", "Main")
