from credentials import alta
from transporte import Transporte


def make_client(base_url):
    return Transporte("tok", base=base_url)


def call(client):
    return alta(client, "bbva", "user", "secret")
