import aiohttp

from cards import CardApi


def make_client(base_url):
    return base_url


async def call(client):
    async with aiohttp.ClientSession(headers={"Authorization": "Bearer tok"}) as session:
        return await CardApi(session, client).cards("cred-token")
