import httpx

from payments import PaymentService


def make_client(base_url: str):
    return PaymentService(httpx.Client(base_url=base_url, timeout=60))


def call(client):
    return client.collect("sub-1", 10000)
