import httpx

from gateway import KlaviGateway


def make_client(base_url):
    return KlaviGateway(httpx.AsyncClient(base_url=base_url))


async def call(client):
    return await client.income("11122233344")
