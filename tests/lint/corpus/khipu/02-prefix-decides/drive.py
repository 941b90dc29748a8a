import httpx

from certificates import Certificates


def make_client(base_url: str):
    return Certificates(httpx.AsyncClient(base_url=base_url))


async def call(client):
    return await client.get("sii.cl", "11111111-1", "secret")
