import httpx

from nightly import Night


def make_client(base_url):
    return Night(http=httpx.AsyncClient(base_url=base_url, timeout=10))


async def call(client):
    return await client.resync("u1", "n1")
