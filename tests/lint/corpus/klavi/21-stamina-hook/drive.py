import httpx

from gateway import Gateway


def make_client(base_url: str):
    return Gateway(httpx.AsyncClient(base_url=base_url))


async def call(client):
    return await client.fetch("12345678909")
