from itp import Itp


def make_client(base_url):
    return Itp("t", base_url=base_url)


def call(client):
    return client.pagar("urn:c1", 10.5, chave="k1")
