from brokerage import Brokerage


def make_client(base_url: str):
    return Brokerage("jwt", base_url)


def call(client):
    return client.holdings("banchileinversiones.cl", "11111111-1", "secret")
