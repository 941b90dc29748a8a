from decimal import Decimal

from pix import Order, Pix


def make_client(base_url: str):
    return Pix("tok", base_url)


def call(client):
    return client.pay(Order("c-1", Decimal("10"), "12345678"))
