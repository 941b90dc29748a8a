from decimal import Decimal

from pybrick import PaymentsApi, Transport


def make_client(base_url: str) -> PaymentsApi:
    return PaymentsApi(Transport(base_url, "tok"))


def call(client: PaymentsApi):
    return client.create("c-1", Decimal("10.00"), "00000000000191")
