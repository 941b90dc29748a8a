import aiohttp

from spending import SpendingApi


def make_client(base_url):
    return base_url


async def call(client):
    async with aiohttp.ClientSession(headers={"X-SP-GATEWAY": "id|secret"}) as session:
        return await SpendingApi(session, client).spending("u1")
