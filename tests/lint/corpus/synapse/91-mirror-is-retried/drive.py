import aiohttp

from mirror import Mirror


def make_client(base_url):
    return base_url


async def call(client):
    async with aiohttp.ClientSession() as session:
        return [node["_id"] for node in await Mirror(session, {"X-SP-GATEWAY": "id|secret"}, client).read("u1")]
