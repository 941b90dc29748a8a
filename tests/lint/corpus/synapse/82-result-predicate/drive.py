import httpx

from search import Search, headline


def make_client(base_url):
    return Search(httpx.AsyncClient(base_url=base_url, headers={"X-SP-GATEWAY": "id|secret"}))


async def call(client):
    async with client.http:
        return headline(await client.users("smith"))
