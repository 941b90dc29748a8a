from klavi import Klavi


def make_client(base_url: str):
    return Klavi("tok", base_url)


def call(client):
    return client.income("12345678909")
