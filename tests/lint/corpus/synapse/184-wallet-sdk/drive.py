from decimal import Decimal

from models import Money, TransactionRequest
from wallet import Wallet


def make_client(base_url: str):
    return Wallet.open("id|secret", "oauth|fp", "u1", "n1", base_url)


def call(client):
    order = TransactionRequest(to_id="n2", to_type="DEPOSIT-US", amount=Money(amount=Decimal("10.00")))
    return client.send_money(order, key="order-4711")
