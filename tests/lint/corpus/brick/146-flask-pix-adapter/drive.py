from decimal import Decimal

from brick_session import make_session
from pix import PixOrder, PixService


def make_client(base_url: str):
    return PixService(base_url, make_session("tok"))


def call(client):
    return client.pay(PixOrder("c-1", Decimal("10.00"), "chave@pix.example"))
