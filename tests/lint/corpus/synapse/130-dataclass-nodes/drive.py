from nodes import Nodes


def make_client(base_url):
    return Nodes("client|secret", base_url=base_url)


def call(client):
    return client.refresh("u-1", "n-1")
