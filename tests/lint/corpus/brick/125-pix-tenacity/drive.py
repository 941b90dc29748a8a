from decimal import Decimal

from _models import PaymentRequest
from payments import payment_client


def make_client(base_url: str):
    return base_url


async def call(client):
    order = PaymentRequest(consent_id="c-1", amount=Decimal("10.00"), idempotency_key="key-1")
    async with payment_client("tok", client) as payments:
        return await payments.pay(order)
