import httpx

from nightly_refresh import NightlyRefresh, Node


def make_client(base_url):
    return base_url


async def call(client):
    async with httpx.AsyncClient() as http:
        return await NightlyRefresh(http, client, workers=1).run([Node("u1", "n1")])
