from wallet import Transfers, Transport


def make_client(base_url):
    return Transfers(Transport("id|secret", "k|fp", base_url))


def call(client):
    return client.send("u1", "n1", "n2", "10.00")
