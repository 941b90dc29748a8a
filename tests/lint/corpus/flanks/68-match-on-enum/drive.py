import aiohttp

from api import Api


def make_client(base_url):
    return base_url


async def call(client):
    async with aiohttp.ClientSession(headers={"Authorization": "Bearer tok"}) as session:
        return await Api(session, client).portfolio("cred-token")
