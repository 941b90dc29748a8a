from client import BureauClient


def make_client(base_url: str):
    return BureauClient("tok", base_url)


def call(client):
    return client.report("12345678909")
