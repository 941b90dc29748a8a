from decimal import Decimal

from money import Payout
from payout_run import PayoutRun


def make_client(base_url: str):
    return PayoutRun(base_url, "id|secret", "oauth|fp", "u1", "n0")


def call(client):
    return client.run([Payout("2024-05", "emp-1", "n1", Decimal("1200.50"))])
