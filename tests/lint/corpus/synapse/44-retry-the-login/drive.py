import httpx

from linker import Linker


def make_client(base_url):
    return Linker(httpx.AsyncClient(base_url=base_url, headers={"X-SP-GATEWAY": "id|secret"}))


async def call(client):
    async with client.http:
        return await client.link("u1", "chase", "jdoe", "pw")
