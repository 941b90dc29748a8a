from decimal import Decimal

from pagamentos import criar


def make_client(base_url):
    return criar("brick", token="t", base_url=base_url)


def call(client):
    return client.pagar("urn:brick:9", Decimal("10.00"), "chave-1")
