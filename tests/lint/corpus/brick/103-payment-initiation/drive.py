from decimal import Decimal

from payments import PaymentClient, Pix


def make_client(base_url: str) -> PaymentClient:
    return PaymentClient("test-token", base_url=base_url)


def call(client: PaymentClient):
    return client.initiate(Pix("urn:brick:1", Decimal("10.00"), "E1", "key-1"))
