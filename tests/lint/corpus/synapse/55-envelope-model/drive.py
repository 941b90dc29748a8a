import httpx

from documents import Documents


def make_client(base_url):
    return Documents(httpx.AsyncClient(base_url=base_url, headers={"X-SP-GATEWAY": "id|secret"}))


async def call(client):
    async with client.http:
        return await client.upload("u1", "passport", b"png")
