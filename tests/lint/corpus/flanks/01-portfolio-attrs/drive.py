import httpx

from portfolio import Portfolio


def make_client(base_url):
    return base_url


async def call(client):
    async with httpx.AsyncClient(base_url=client) as http:
        return await Portfolio(http, "ct-1").fetch()
