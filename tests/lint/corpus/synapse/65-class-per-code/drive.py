import httpx

from client import Client


def make_client(base_url):
    return Client(httpx.Client(base_url=base_url, headers={"X-SP-GATEWAY": "id|secret"}))


def call(client):
    return client.create_user("a@b.example", "A. Person")
