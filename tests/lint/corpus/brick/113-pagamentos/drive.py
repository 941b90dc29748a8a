from decimal import Decimal

from pagamentos import BrickGateway, Iniciador


def make_client(base_url: str) -> Iniciador:
    return Iniciador(BrickGateway(base_url, "token"))


def call(client: Iniciador):
    return client.pagar("marca-1", "urn:brick:c1", Decimal("10.00"), "12345678909")
