from statements import Statements


def make_client(base_url):
    return Statements("test-token", base_url=base_url)


def call(client):
    return client.get("11111111-1", "secret")
