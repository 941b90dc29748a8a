from decimal import Decimal

from model import Payment
from outbox import Outbox
from transport import Transport


def make_client(base_url: str) -> Outbox:
    return Outbox(Transport(base_url, "tok"))


def call(client: Outbox):
    payment = Payment("c-1", Decimal("12.50"))
    return client.flush([payment]), payment
