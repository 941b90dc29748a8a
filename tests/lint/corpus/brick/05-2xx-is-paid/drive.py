from decimal import Decimal

from api import Api
from ledger import Ledger


def make_client(base_url: str):
    return Ledger(Api(base_url, "tok"))


def call(client):
    return client.pay("c-1", Decimal("10.00"), "key-1")
