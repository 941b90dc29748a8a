from brick_client import BrickClient


def make_client(base_url):
    return BrickClient("t", url=base_url)


def call(client):
    return client.contas("urn:brick:1")
