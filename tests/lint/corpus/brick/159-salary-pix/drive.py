from decimal import Decimal

from salary import BrickContext, pay


def make_client(base_url: str):
    return BrickContext("tok", base_url)


def call(client):
    return pay(client, "c-1", "12345678909", Decimal("3210.55"))
