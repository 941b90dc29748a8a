from decimal import Decimal

from payments import Payments


def make_client(base_url):
    return Payments("token", base_url)


def call(client):
    return client.initiate("urn:banco:C1", Decimal("10.00"), "50685362000135", key="k-1")
