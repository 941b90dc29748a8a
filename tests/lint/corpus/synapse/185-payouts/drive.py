from decimal import Decimal

from api import Api
from payouts import Payout, PayoutService


def make_client(base_url: str):
    return PayoutService(Api("id|secret", "oauth|fp", base_url), "u1", "n1")


def call(client):
    return client.pay(Payout("driver-7", "n2", Decimal("10.00"), "2024-W20"))
