from lancamentos import Lancamentos


def make_client(base_url):
    return Lancamentos("p", "t", base_url)


def call(client):
    return client.de("11122233344")
