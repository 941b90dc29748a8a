from gateway import BrickGateway
from outbox import Outbox


def make_client(base_url: str) -> Outbox:
    return Outbox(BrickGateway(base_url, "tok"))


def call(client: Outbox):
    client.submit("order-1", {"data": {"consentId": "c-1", "amount": "10.00"}}, "7c1f6c1e-order-1")
    return client.drain()
