from statement import Statements


def make_client(base_url):
    return Statements("tok", base_url)


def call(client):
    return client.fetch("bci.cl", "1-9", "p", "2024-02")
