import aiohttp

from refresh import refresh


def make_client(base_url):
    return base_url


async def call(client):
    async with aiohttp.ClientSession(headers={"X-SP-GATEWAY": "id|secret"}) as session:
        return (await refresh(session, client, "u1", "n1")).json()
