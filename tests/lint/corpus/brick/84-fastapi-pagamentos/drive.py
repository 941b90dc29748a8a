import httpx

from brick_gateway import BrickGateway


def make_client(base_url):
    return BrickGateway(httpx.AsyncClient(base_url=base_url))


async def call(client):
    return await client.pagar("urn:brick:c-1", "k-1", {"data": {"payment": {"amount": "10.00", "currency": "BRL"}}})
