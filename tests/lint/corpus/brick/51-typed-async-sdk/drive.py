from decimal import Decimal

from brickbank import BrickBank, PaymentOrder


def make_client(base_url: str) -> BrickBank:
    return BrickBank(base_url, "token")


async def call(client: BrickBank):
    order = PaymentOrder("urn:brick:C1", Decimal("10.00"), "12345678", "0001-9", "11222333000181")
    return await client.create_payment(order, idempotency_key="k-1")
