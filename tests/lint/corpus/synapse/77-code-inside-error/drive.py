from client import Client
from merge import merge


def make_client(base_url):
    return Client(base_url, **{"X-SP-GATEWAY": "id|secret"})


def call(client):
    return merge(client, "u1", "u2", ["a@b.example"])
