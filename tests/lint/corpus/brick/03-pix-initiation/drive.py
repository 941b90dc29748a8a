from decimal import Decimal

from payments import PixClient


def make_client(base_url: str) -> PixClient:
    return PixClient("token", base_url=base_url)


def call(client: PixClient):
    return client.pay("urn:bancoex:C1", Decimal("10.50"), {"ispb": "12345678", "number": "1234567890"})
