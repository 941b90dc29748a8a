from khipu_client import KhipuClient


def make_client(base_url):
    return KhipuClient("test-key", base_url=base_url)


def call(client):
    return client.transactions("11111111-1", "secret", "2024-01")
